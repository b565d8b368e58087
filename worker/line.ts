const maxKnownLanes = 100_000;

/** Which tenant a lane belongs to, as far as its deliveries have told. */
export class KnownTenants {
  #tenants = new Map<string, string>();

  of(lane: string): string {
    return this.#tenants.get(lane) ?? "";
  }

  learn(lane: string, tenantId: string): void {
    if (this.#tenants.size >= maxKnownLanes) this.#tenants.clear();
    this.#tenants.set(lane, tenantId);
  }
}

export type Room = {
  /** Slots that nobody uses. */
  free: number;
  /** Slots that a tenant or a lane uses. */
  usedBy: (tenantOrLane: string) => number;
  /** How much a lane may use of what its tenant still may, from 0 to 1: the less, the longer it holds a slot. */
  shareOf?: (lane: string) => number;
  maxLanes: number;
};

/**
 * Lanes that wait for slots. Tenants take turns, and so do the lanes of each. A tenant may use no more slots than are
 * left free (a dynamic threshold): alone it gets half of them, and however many tenants never let go of theirs, as many
 * as each of them holds stay free for the next. A lane is held the same way to its share of what its tenant still may use, so
 * that slow receivers leave most slots to the quick ones of their own tenant.
 */
export class Line {
  /** By tenant, both in the order of their turns. */
  #waiting = new Map<string, Set<string>>();
  readonly #tenants: KnownTenants;

  constructor(tenants: KnownTenants) {
    this.#tenants = tenants;
  }

  get size(): number {
    let size = 0;
    for (const lanes of this.#waiting.values()) size += lanes.size;
    return size;
  }

  add(lane: string): void {
    const tenantId = this.#tenants.of(lane);
    const lanes = this.#waiting.get(tenantId) ?? new Set();
    this.#waiting.set(tenantId, lanes.add(lane));
  }

  /** Takes lanes out of the line with the most slots each may fill: whoever is woken meanwhile comes in again. */
  take({ free, usedBy, shareOf = () => 1, maxLanes }: Room): Map<string, number> {
    const shares = new Map<string, number>();
    const tenants = [...this.#waiting.keys()];
    let left = free;
    for (const [index, tenantId] of tenants.entries()) {
      const fair = Math.ceil(left / (tenants.length - index));
      const roomOf = (tenantOrLane: string, room: number) =>
        Math.max(0, Math.ceil((room - usedBy(tenantOrLane)) / 2));
      const allowed = Math.min(fair, roomOf(tenantId, free));
      const roomOfLane = (lane: string) => roomOf(lane, (free - usedBy(tenantId)) * shareOf(lane));
      const lanes = this.#takeOf(tenantId, Math.min(allowed, maxLanes - shares.size), roomOfLane);
      const share = Math.max(1, Math.floor(allowed / Math.max(1, lanes.length)));
      for (const lane of lanes) {
        const given = Math.min(share, roomOfLane(lane));
        shares.set(lane, given);
        left -= given;
      }
    }
    return shares;
  }

  /** A tenant that gets a turn goes to the end of the line with what it still has. */
  #takeOf(tenantId: string, count: number, roomOfLane: (lane: string) => number): string[] {
    const lanes = this.#waiting.get(tenantId);
    if (!lanes || count <= 0) return [];
    const taken: string[] = [];
    for (const lane of lanes) {
      if (taken.length === count) break;
      if (roomOfLane(lane) > 0) taken.push(lane);
    }
    for (const lane of taken) lanes.delete(lane);
    this.#waiting.delete(tenantId);
    if (lanes.size > 0) this.#waiting.set(tenantId, lanes);
    return taken;
  }
}

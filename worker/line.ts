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
  /** Slots that a tenant uses. */
  usedBy: (tenantId: string) => number;
  maxLanes: number;
};

/**
 * Lanes that wait for slots. Tenants take turns, and so do the lanes of each. A tenant may use no more slots than are
 * left free (a dynamic threshold): alone it gets half of them, and however many tenants never let go of theirs, as many
 * as each of them holds stay free for the next.
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
  take({ free, usedBy, maxLanes }: Room): Map<string, number> {
    const shares = new Map<string, number>();
    const tenants = [...this.#waiting.keys()];
    let left = free;
    for (const [index, tenantId] of tenants.entries()) {
      const fair = Math.ceil(left / (tenants.length - index));
      const allowed = Math.min(fair, Math.max(0, Math.ceil((free - usedBy(tenantId)) / 2)));
      const lanes = this.#takeOf(tenantId, Math.min(allowed, maxLanes - shares.size));
      const share = Math.max(1, Math.floor(allowed / Math.max(1, lanes.length)));
      for (const lane of lanes) shares.set(lane, share);
      left -= share * lanes.length;
    }
    return shares;
  }

  /** A tenant that gets a turn goes to the end of the line with what it still has. */
  #takeOf(tenantId: string, count: number): string[] {
    const lanes = this.#waiting.get(tenantId);
    if (!lanes || count <= 0) return [];
    const taken = [...lanes].slice(0, count);
    for (const lane of taken) lanes.delete(lane);
    this.#waiting.delete(tenantId);
    if (lanes.size > 0) this.#waiting.set(tenantId, lanes);
    return taken;
  }
}

import type { Claim } from "#lib/deliveries/claim.ts";

type Holders = Pick<Claim, "tenantId" | "endpointId">;

/** How many attempts are under way, in all and by tenant and lane. */
export class InFlight {
  #count = 0;
  #countOf = new Map<string, number>();

  get count(): number {
    return this.#count;
  }

  /** Slots that a tenant or a lane uses. */
  usedBy(tenantOrLane: string): number {
    return this.#countOf.get(tenantOrLane) ?? 0;
  }

  enter(holders: Holders): void {
    this.#change(holders, 1);
  }

  leave(holders: Holders): void {
    this.#change(holders, -1);
  }

  #change({ tenantId, endpointId }: Holders, by: 1 | -1): void {
    this.#count += by;
    for (const holder of [tenantId, endpointId]) {
      const count = this.usedBy(holder) + by;
      if (count > 0) this.#countOf.set(holder, count);
      else this.#countOf.delete(holder);
    }
  }
}

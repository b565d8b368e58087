import type { EgressProxy } from "./egress-proxy.ts";

const firstHoldMs = 1_000;
const longestHoldMs = 30_000;

/** The way through the operator's proxy: where it is, and what we know of its health. */
export type ProxyRoute = { proxy: EgressProxy; gate: ProxyGate };

/**
 * Holds deliveries back while the proxy itself is down: nothing is sent for a second, then single probes go through with
 * gaps doubling up to half a minute, until the proxy answers again. `now` is a clock in milliseconds that never goes back.
 */
export class ProxyGate {
  readonly now: () => number;
  #holds = 0;
  #heldAtMs = Number.NEGATIVE_INFINITY;
  #heldUntilMs = Number.NEGATIVE_INFINITY;
  #servedAtMs = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  get isHolding(): boolean {
    return this.#holds > 0;
  }

  /** The proxy answered a CONNECT, whatever it said: it is up. */
  noteAnswer(): void {
    this.#holds = 0;
  }

  /** The proxy opened a tunnel, or carried an answer over one. */
  noteService(): void {
    this.#servedAtMs = this.now();
  }

  /** The proxy could not be reached, or refuses us, at a request that began at `startedAtMs`; of one outage counted once. */
  noteDown(startedAtMs: number): void {
    const isOfKnownOutage = this.isHolding && startedAtMs <= this.#heldAtMs;
    if (isOfKnownOutage || startedAtMs <= this.#servedAtMs) return;
    this.#heldAtMs = this.now();
    this.#heldUntilMs = this.#heldAtMs + Math.min(firstHoldMs * 2 ** this.#holds, longestHoldMs);
    this.#holds += 1;
  }

  /** True when the proxy has served somebody since, so that what still waits must wait for its target. */
  hasServedSince(startedAtMs: number): boolean {
    return this.#servedAtMs > startedAtMs;
  }

  /** How many of `free` slots may be used while `underWay` requests run: all, or a probe, or none. */
  room(free: number, underWay: number): number {
    if (!this.isHolding) return free;
    const mayProbe = underWay === 0 && this.now() >= this.#heldUntilMs;
    return mayProbe ? Math.min(free, 1) : 0;
  }
}

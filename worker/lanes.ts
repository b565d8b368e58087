import {
  type Claim,
  type Claimed,
  type ClaimRequest,
  claimDeliveries,
  isOld,
} from "#lib/deliveries/claim.ts";
import { createSender, type Sender } from "#lib/delivery/send.ts";
import { egressPolicy } from "#lib/egress-policy.ts";
import { disableEndpoint } from "#lib/endpoints/disable.ts";
import type { Target } from "#lib/endpoints/load-targets.ts";
import { env } from "#lib/env.ts";
import { Gathering } from "#lib/gather.ts";
import { log } from "#lib/log.ts";
import { observe, observeSince } from "#lib/metrics.ts";
import { InFlight } from "./in-flight.ts";
import { LaneSpeeds } from "./lane-speeds.ts";
import { KnownTenants, Line } from "./line.ts";
import { perform } from "./perform.ts";
import { Settler } from "./settler.ts";

const maxLanesPerTurn = 200;
const fullTurn = 128;
const idleMs = 5_000;
const checkEveryMs = 500;
const checkAgainMs = 25;
const paceMs = 20;
const idleConnectionMs = 4_000;
const pauseAfterFailureMs = 250;

/** How much a turn was about: what it claimed, and as much at least as there were lanes that might have had something. */
type Turn = { asked: number; claimed: number };

const nothing: Turn = { asked: 0, claimed: 0 };

/**
 * Drives the lanes it is told of: claims what is due, sends it and settles it, as long as slots are free. A lane that may
 * have more is remembered and claimed again as soon as slots are free, each lane getting its share.
 */
export class Lanes {
  #sender: Sender;
  #settler = new Settler();
  #inFlight = new InFlight();
  /** When the last turn began. */
  #turnedAtMs = performance.now();
  #tenants = new KnownTenants();
  #speeds = new LaneSpeeds();
  /** Lanes that may have recent deliveries due. */
  #hungry = new Line(this.#tenants);
  /** Lanes whose old deliveries, retries of days ago, have not been looked at since they were woken. */
  #unchecked = new Line(this.#tenants);
  #checkedAtMs = 0;
  /** Old deliveries are dear to look for, and rare; while some are found, as in a replay, more are looked for soon. */
  #checkPauseMs = checkEveryMs;
  #paced = new Set<string>();
  #isStopping = false;
  /** Lanes woken and slots freed since the last turn began. */
  #wakes = 0;
  #gathering = new Gathering({ count: () => this.#wakes, crowd: 2, enough: fullTurn });
  #endSleep: () => void = () => {};
  #loop: Promise<void> | undefined;
  #underWay = new Set<Promise<void>>();

  /** `inboxPort` is where this process receives for test inboxes. */
  constructor({ inboxPort }: { inboxPort?: number } = {}) {
    this.#sender = createSender({
      policy: egressPolicy(),
      proxy: env().egressProxy,
      maxResponseBytes: env().maxResponseBytes,
      idleMs: idleConnectionMs,
      inboxPort,
    });
  }

  /** Attempts under way, until they are settled. */
  get inFlight(): number {
    return this.#inFlight.count;
  }

  /** Since the last turn began; the loop goes round every few seconds unless something hangs. */
  get sinceTurnMs(): number {
    return performance.now() - this.#turnedAtMs;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Looks at the lanes of these endpoints as soon as there is room. */
  add(endpointIds: readonly string[]): void {
    for (const endpointId of endpointIds) {
      this.#hungry.add(endpointId);
      this.#unchecked.add(endpointId);
    }
    this.#wakeLoop(endpointIds.length);
  }

  /** Stops claiming, lets what is in flight finish and be settled, then closes the connections to receivers. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wakeLoop();
    await this.#loop;
    await Promise.all(this.#underWay);
    await this.#sender.close();
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      try {
        this.#wakes = 0;
        this.#turnedAtMs = performance.now();
        const { asked, claimed } = await this.#turn();
        await this.#gathering.wait({ startedAtMs: this.#turnedAtMs, size: asked });
        if (claimed === 0 && this.#wakes === 0) await this.#sleep(this.#restMs());
      } catch (error) {
        log().warn({ err: error }, "lanes could not claim; trying again");
        await this.#sleep(pauseAfterFailureMs);
      }
    }
  }

  #restMs(): number {
    if (this.#unchecked.size > 0) return this.#checkPauseMs;
    return this.#hungry.size > 0 ? checkEveryMs : idleMs;
  }

  /** Recent deliveries first, being many and cheap to find; now and then the old ones of the same lanes. */
  async #turn(): Promise<Turn> {
    const room = this.#sender.room(env().workerConcurrency - this.#inFlight.count);
    if (room <= 0) return nothing;
    const isTimeToCheck = performance.now() - this.#checkedAtMs >= this.#checkPauseMs;
    const reach = isTimeToCheck && this.#unchecked.size > 0 ? "all" : "recent";
    if (reach === "all") this.#checkedAtMs = performance.now();
    const line = reach === "all" ? this.#unchecked : this.#hungry;
    const usedBy = (tenantOrLane: string) => this.#inFlight.usedBy(tenantOrLane);
    const shareOf = (lane: string) => this.#speeds.shareOf(lane);
    const lanes = line.take({ free: room, usedBy, shareOf, maxLanes: maxLanesPerTurn });
    if (lanes.size === 0) return nothing;
    const claimed = await this.#claim(lanes, reach);
    if (reach === "all") this.#checkPauseMs = claimed.claims.some(isOld) ? checkAgainMs : checkEveryMs;
    this.#startAll(claimed);
    return { asked: Math.max(lanes.size, claimed.claims.length), claimed: claimed.claims.length };
  }

  /** A lane that gave all that was asked may have more; one that gave less has nothing due or no free slot. */
  async #claim(lanes: ReadonlyMap<string, number>, reach: ClaimRequest["reach"]): Promise<Claimed> {
    const waiting = reach === "all" ? this.#unchecked : this.#hungry;
    const startedAtMs = performance.now();
    const claiming = claimDeliveries({ lanes, leaseMs: env().leaseMs, reach });
    const claimed = await claiming.catch((error) => {
      for (const endpointId of lanes.keys()) waiting.add(endpointId);
      throw error;
    });
    const { claims, contended } = claimed;
    observeSince("posthorn_claim_seconds", startedAtMs);
    if (claims.length > 0) observe("posthorn_claim_deliveries", claims.length);
    for (const { endpointId, tenantId } of claims) this.#tenants.learn(endpointId, tenantId);
    const taken = Map.groupBy(claims, (claim) => claim.endpointId);
    for (const [endpointId, share] of lanes)
      if (taken.get(endpointId)?.length === share) waiting.add(endpointId);
    if (contended.length > 0) setTimeout(() => this.add(contended), paceMs).unref();
    return claimed;
  }

  #startAll({ claims, targets }: Claimed): void {
    for (const claim of claims) {
      const target = targets.get(claim.endpointId);
      if (target) this.#track(claim, this.#deliver(claim, target));
    }
    for (const { endpointId, rateLimit } of targets.values())
      if (rateLimit !== null) this.#pace(endpointId, rateLimit);
  }

  /** A lane held back by its rate limit is looked at again when its next attempt is allowed. */
  #pace(endpointId: string, rateLimit: number): void {
    if (this.#paced.has(endpointId)) return;
    this.#paced.add(endpointId);
    setTimeout(
      () => {
        this.#paced.delete(endpointId);
        this.add([endpointId]);
      },
      Math.max(paceMs, 1_000 / rateLimit + 1),
    ).unref();
  }

  #track(claim: Claim, work: Promise<void>): void {
    this.#inFlight.enter(claim);
    const tracked = work
      .catch((error) => log().error({ err: error }, "an attempt broke; its lease will run out"))
      .finally(() => {
        this.#inFlight.leave(claim);
        this.#underWay.delete(tracked);
        this.#wakeLoop();
      });
    this.#underWay.add(tracked);
  }

  async #deliver(claim: Claim, target: Target): Promise<void> {
    const startedAtMs = performance.now();
    const { settlement, isGone } = await perform(claim, target, this.#sender);
    this.#speeds.note(claim.endpointId, performance.now() - startedAtMs);
    await this.#settler.settle(settlement);
    this.#hungry.add(claim.endpointId);
    if (isOld(claim)) this.#unchecked.add(claim.endpointId);
    log().debug(
      {
        tenantId: claim.tenantId,
        eventId: claim.eventId,
        deliveryId: claim.deliveryId,
        attempt: claim.attemptNumber,
        result: settlement.next.kind,
      },
      "attempt",
    );
    if (isGone) await disableEndpoint({ endpointId: claim.endpointId, reason: "gone" });
  }

  /** Sleeps until something wakes the loop. */
  async #sleep(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.#endSleep = resolve;
    await promise;
    clearTimeout(timer);
    this.#endSleep = () => {};
  }

  #wakeLoop(count = 1): void {
    this.#wakes += count;
    this.#gathering.note();
    this.#endSleep();
  }
}

import { hotPool } from "#lib/db.ts";
import { type Claim, claimDeliveries } from "#lib/deliveries/claim.ts";
import { createSender, type Sender } from "#lib/delivery/send.ts";
import { egressPolicy } from "#lib/egress-policy.ts";
import { disableEndpoint } from "#lib/endpoints/disable.ts";
import { loadTargets, type Target } from "#lib/endpoints/load-targets.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { boss } from "#lib/queue/boss.ts";
import { perform } from "./perform.ts";
import { Settler } from "./settler.ts";

const maxLanesPerTurn = 200;
const pollMs = 500;
const checkEveryMs = 500;
const paceMs = 20;
const idleConnectionMs = 4_000;
const pauseAfterFailureMs = 250;

/**
 * Drives the lanes: fetches wake-ups, claims what is due, sends it and settles it, as long as slots are free. A lane
 * that may have more is remembered and claimed again as soon as slots are free, each lane getting its share.
 */
export class Lanes {
  #sender: Sender = createSender({
    policy: egressPolicy(),
    maxResponseBytes: env().maxResponseBytes,
    idleMs: idleConnectionMs,
  });
  #settler = new Settler();
  #inFlight = 0;
  /** Lanes that may have recent deliveries due. */
  #hungry = new Set<string>();
  /** Lanes whose old deliveries, retries of days ago, have not been looked at since they were woken. */
  #unchecked = new Set<string>();
  #checkedAtMs = 0;
  #paced = new Set<string>();
  #isStopping = false;
  #hasWakeUps = true;
  #wakeLoop: () => void = () => {};
  #loop: Promise<void> | undefined;
  #underWay = new Set<Promise<void>>();

  start(): void {
    this.#loop = this.#run();
  }

  /** Says that wake-ups wait in the queue. */
  notify(): void {
    this.#hasWakeUps = true;
    this.#wakeLoop();
  }

  /** Looks at these endpoints' lanes without a wake-up from the queue. */
  add(endpointIds: readonly string[]): void {
    this.#remember(endpointIds);
    this.#wakeLoop();
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
        const isBusy = await this.#turn();
        if (!isBusy) await this.#sleep(pollMs);
      } catch (error) {
        log().warn({ err: error }, "lanes could not claim; trying again");
        await this.#sleep(pauseAfterFailureMs);
      }
    }
  }

  /** One turn: answers whether there may be more to do at once. */
  async #turn(): Promise<boolean> {
    const room = env().workerConcurrency - this.#inFlight;
    if (room <= 0) return false;
    const jobs = await this.#fetchWakeUps();
    this.#remember(jobs.map((job) => job.data.endpointId));
    const [claimed] = await Promise.all([this.#claim(room), this.#deleteWakeUps(jobs.map((job) => job.id))]);
    return claimed > 0 || jobs.length === maxLanesPerTurn;
  }

  #remember(endpointIds: readonly string[]): void {
    for (const endpointId of endpointIds) {
      this.#hungry.add(endpointId);
      this.#unchecked.add(endpointId);
    }
  }

  /** Recent deliveries first, being many and cheap to find; now and then the old ones of the same lanes. */
  async #claim(room: number): Promise<number> {
    const isTimeToCheck = performance.now() - this.#checkedAtMs >= checkEveryMs;
    const reach = isTimeToCheck && this.#unchecked.size > 0 ? "all" : "recent";
    if (reach === "all") this.#checkedAtMs = performance.now();
    const waiting = reach === "all" ? this.#unchecked : this.#hungry;
    const lanes = shareOut(waiting, room);
    const claims = await claimDeliveries(hotPool(), { lanes, leaseMs: env().leaseMs, reach });
    forgetSated(waiting, lanes, claims);
    await this.#startAll(claims);
    return claims.length;
  }

  async #fetchWakeUps() {
    if (!this.#hasWakeUps) return [];
    const jobs = await (await boss()).fetch<{ endpointId: string }>("lane", { batchSize: maxLanesPerTurn });
    this.#hasWakeUps = jobs.length === maxLanesPerTurn;
    return jobs;
  }

  /** A wake-up is done once its lane is in hand; were we to die now, the sweep would find what is due. */
  async #deleteWakeUps(ids: string[]): Promise<void> {
    if (ids.length > 0) await (await boss()).deleteJob("lane", ids);
  }

  async #startAll(claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    const targets = await loadTargets(hotPool(), [...new Set(claims.map((claim) => claim.endpointId))]);
    for (const claim of claims) {
      const target = targets.get(claim.endpointId);
      if (target) this.#track(this.#deliver(claim, target));
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

  #track(work: Promise<void>): void {
    this.#inFlight += 1;
    const tracked = work
      .catch((error) => log().error({ err: error }, "an attempt broke; its lease will run out"))
      .finally(() => {
        this.#inFlight -= 1;
        this.#underWay.delete(tracked);
        this.#wakeLoop();
      });
    this.#underWay.add(tracked);
  }

  async #deliver(claim: Claim, target: Target): Promise<void> {
    const { settlement, isGone } = await perform(claim, target, this.#sender);
    await this.#settler.settle(settlement);
    this.#hungry.add(claim.endpointId);
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

  /** Sleeps until something wakes the loop; a full sleep looks into the queue as well, in case a NOTIFY was lost. */
  async #sleep(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#hasWakeUps = true;
      resolve();
    }, milliseconds);
    this.#wakeLoop = resolve;
    await promise;
    clearTimeout(timer);
    this.#wakeLoop = () => {};
  }
}

/** An even share of the free slots for each lane, so that one long backlog leaves room for the others. */
function shareOut(waiting: ReadonlySet<string>, room: number): Map<string, number> {
  const lanes = [...waiting].slice(0, Math.min(room, maxLanesPerTurn));
  const share = Math.max(1, Math.floor(room / Math.max(1, lanes.length)));
  return new Map(lanes.map((endpointId) => [endpointId, share]));
}

/** Puts lanes that may have more at the end of the line; one that gave less than asked has nothing due or no free slot. */
function forgetSated(
  waiting: Set<string>,
  lanes: ReadonlyMap<string, number>,
  claims: readonly Claim[],
): void {
  const taken = Map.groupBy(claims, (claim) => claim.endpointId);
  for (const [endpointId, share] of lanes) {
    waiting.delete(endpointId);
    if (taken.get(endpointId)?.length === share) waiting.add(endpointId);
  }
}

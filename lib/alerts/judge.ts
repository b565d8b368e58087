import type { AlertCause } from "../contracts/alerts.ts";
import type { Observation } from "./observe.ts";

export type Raised = { cause: AlertCause; reason: string; count: number };
/** What changed in an endpoint, and which alerts are due for it. */
export type Judgement = { isFailing: boolean; failingBy: "breaker" | "rate" | null; raised: Raised[] };

const quietMs = 3_600_000;

/**
 * Compares what an endpoint does with what was told of it. Each cause is raised once an hour at most; what is held back
 * is told when the hour is over, if it still holds, with how often it happened.
 */
export function judge(seen: Observation): Judgement {
  const failingBy = failureOf(seen);
  const isFailing = seen.isFailing ? !hasRecovered(seen) : failingBy !== null;
  const by = seen.isFailing ? seen.failingBy : failingBy;
  const raised = [disabled(seen), failing(seen, isFailing, by), exhausted(seen)];
  return { isFailing, failingBy: isFailing ? by : null, raised: raised.filter((one) => one !== undefined) };
}

function failureOf(seen: Observation): "breaker" | "rate" | null {
  if (seen.state !== "enabled") return null;
  if (seen.openUntil !== null) return "breaker";
  return isOverRate(seen) ? "rate" : null;
}

function isOverRate({ attempts, failures, failureAttempts, failurePercent }: Observation): boolean {
  return attempts >= failureAttempts && failures * 100 >= failurePercent * attempts;
}

/** A success since it began is asked for: a pause or a new URL alone mends nothing. */
function hasRecovered(seen: Observation): boolean {
  const hasDelivered = (seen.lastDeliveredAt?.getTime() ?? 0) > (seen.failingAt?.getTime() ?? 0);
  const isQuiet = seen.failingSince === null && seen.openUntil === null;
  return hasDelivered && isQuiet && (seen.failingBy === "breaker" || !isOverRate(seen));
}

function disabled(seen: Observation): Raised | undefined {
  const { state, disabledReason, disabledSince, toldDisabledAt, disabledAt } = seen;
  const isOurs = state === "disabled" && disabledReason !== null && disabledReason in explanations;
  const isTold = disabledSince?.getTime() === toldDisabledAt?.getTime();
  if (!isOurs || isTold || !isDue(seen.now, disabledAt)) return undefined;
  const reason = explanations[disabledReason as keyof typeof explanations];
  return { cause: "endpoint.disabled", reason: withFailure(reason, seen), count: 1 };
}

const explanations = {
  gone: "The receiver answered 410 Gone, which asks us to stop.",
  failing: "No delivery has succeeded for so long that we stopped trying.",
};

function failing(seen: Observation, isFailing: boolean, by: Judgement["failingBy"]): Raised | undefined {
  if (isFailing === seen.toldFailing) return undefined;
  if (!isFailing) {
    if (!isDue(seen.now, seen.recoveredAt)) return undefined;
    return { cause: "endpoint.recovered", reason: "Deliveries succeed again.", count: 1 };
  }
  if (!isDue(seen.now, seen.failingAt)) return undefined;
  const count = Math.max(1, seen.isFailing ? seen.times : seen.times + 1);
  return { cause: "endpoint.failing", reason: withFailure(failureText(seen, by), seen), count };
}

function failureText({ attempts, failures, windowMinutes }: Observation, by: Judgement["failingBy"]): string {
  if (by === "breaker") return "Nearly every attempt fails, so deliveries wait while we probe now and then.";
  return `${failures} of ${attempts} attempts failed within ${windowMinutes} min.`;
}

function exhausted(seen: Observation): Raised | undefined {
  if (seen.exhausted < seen.exhaustedCount || !isDue(seen.now, seen.exhaustedAt)) return undefined;
  const what = seen.exhausted === 1 ? "One delivery has" : `${seen.exhausted} deliveries have`;
  return {
    cause: "delivery.exhausted",
    reason: withFailure(`${what} used up every attempt.`, seen),
    count: seen.exhausted,
  };
}

function withFailure(reason: string, { lastFailure }: Observation): string {
  return lastFailure === null ? reason : `${reason} Last failure: ${lastFailure}`;
}

function isDue(now: Date, toldAt: Date | null): boolean {
  return toldAt === null || now.getTime() - toldAt.getTime() >= quietMs;
}

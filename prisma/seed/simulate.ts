import { decide } from "#lib/delivery/decide.ts";
import type { SendResult } from "#lib/delivery/send-result.ts";
import type { StatSample } from "#lib/stats/buckets.ts";
import type { DemoEndpoint } from "./endpoints.ts";
import type { Random } from "./random.ts";

export type SimulatedAttempt = { number: number; result: SendResult; outcome: StatSample["outcome"] };

export type SimulatedDelivery = {
  status: "pending" | "retrying" | "delivered" | "failed" | "canceled";
  attempts: SimulatedAttempt[];
  scheduleAttempts: number;
  nextAttemptAt: Date | null;
  completedAt: Date | null;
};

type Simulation = {
  endpoint: DemoEndpoint;
  schedule: readonly number[];
  createdAt: Date;
  /** When the endpoint was disabled, if it was by now. */
  disabledAt: Date | undefined;
  now: Date;
  random: Random;
};

/** Plays the life of one delivery up to now, deciding after each attempt just as the worker does. */
export function simulateDelivery(simulation: Simulation): SimulatedDelivery {
  const { endpoint, schedule, createdAt, random } = simulation;
  const attempts: SimulatedAttempt[] = [];
  let scheduleAttempts = 0;
  let at = after(createdAt, 20 + random() * 180);
  for (;;) {
    const stopped = stopBefore(at, simulation);
    if (stopped === "disabled")
      return over("canceled", {
        attempts,
        scheduleAttempts,
        completedAt: maxOf(createdAt, simulation.disabledAt),
      });
    if (stopped) return waiting({ attempts, scheduleAttempts, nextAttemptAt: at });
    const result = endpoint.behaves(at, random);
    const finishedAt = after(at, result.timings.totalMs);
    const attemptNumber = scheduleAttempts + 1;
    const decision = decide({ result, attemptNumber, ownFaults: 0, schedule, random, now: finishedAt });
    const number = attempts.length + 1;
    if (decision.kind !== "retry") {
      const status = decision.kind === "delivered" ? "delivered" : "failed";
      attempts.push({ number, result, outcome: status });
      return over(status, { attempts, scheduleAttempts: attemptNumber, completedAt: finishedAt });
    }
    attempts.push({ number, result, outcome: "retried" });
    if (decision.spendsSchedule) scheduleAttempts = attemptNumber;
    at = after(finishedAt, decision.afterSeconds * 1_000);
  }
}

function stopBefore(at: Date, { endpoint, disabledAt, now }: Simulation): "disabled" | "waiting" | undefined {
  if (disabledAt && at > disabledAt) return "disabled";
  if (at > now || (endpoint.pausedAt && at > endpoint.pausedAt)) return "waiting";
  return undefined;
}

type Life = Pick<SimulatedDelivery, "attempts" | "scheduleAttempts">;

function over(
  status: "delivered" | "failed" | "canceled",
  life: Life & { completedAt: Date },
): SimulatedDelivery {
  return { ...life, status, nextAttemptAt: null };
}

function waiting(life: Life & { nextAttemptAt: Date }): SimulatedDelivery {
  return { ...life, status: life.attempts.length === 0 ? "pending" : "retrying", completedAt: null };
}

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + Math.round(milliseconds));
}

function maxOf(time: Date, other: Date | undefined): Date {
  return other && other > time ? other : time;
}

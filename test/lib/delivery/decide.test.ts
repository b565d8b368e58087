import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ErrorKind, errorKinds } from "#lib/contracts/error-kinds.ts";
import { type DecideInput, type Decision, decide } from "#lib/delivery/decide.ts";
import { defaultSchedule } from "#lib/delivery/schedule.ts";
import { statusFailure } from "#lib/delivery/status-failure.ts";

const now = new Date("2026-01-01T00:00:00.000Z");
const even = () => 0.5;

function answer(status: number, headers: [string, string][] = []): DecideInput["result"] {
  return {
    response: { status, headers, body: Buffer.alloc(0), truncated: false },
    error: statusFailure({ status, headers }),
  };
}

function broken(kind: ErrorKind): DecideInput["result"] {
  return { response: null, error: { kind, message: "" } };
}

function decideFirst(result: DecideInput["result"]): Decision {
  return decide({ result, attemptNumber: 1, ownFaults: 0, schedule: defaultSchedule, random: even, now });
}

function retry(errorKind: ErrorKind, { afterSeconds = 5, throttled = false } = {}): Decision {
  const spendsSchedule = errorKind !== "unknown" && errorKind !== "proxy";
  return { kind: "retry", afterSeconds, errorKind, throttled, spendsSchedule };
}

describe("decide", () => {
  test.each<[number, Decision]>([
    [200, { kind: "delivered" }],
    [204, { kind: "delivered" }],
    [299, { kind: "delivered" }],
    [101, retry("protocol")],
    [301, retry("redirect")],
    [304, retry("redirect")],
    [308, retry("redirect")],
    [400, retry("http_4xx")],
    [404, retry("http_4xx")],
    [410, { kind: "gone", errorKind: "gone" }],
    [429, retry("throttled", { throttled: true })],
    [500, retry("http_5xx")],
    [501, retry("http_5xx")],
    [502, retry("http_5xx", { throttled: true })],
    [503, retry("http_5xx", { throttled: true })],
    [504, retry("http_5xx", { throttled: true })],
    [600, retry("protocol")],
    [999, retry("protocol")],
  ])("an answer with status %i", (status, expected) => {
    expect(decideFirst(answer(status))).toEqual(expected);
  });

  test.each(["dns", "connect", "tls", "timeout", "blocked", "protocol"] as const)(
    "no answer because of %s",
    (kind) => {
      expect(decideFirst(broken(kind))).toEqual(retry(kind));
    },
  );

  test("every status from 100 to 599 has exactly one decision, delivered only for 2xx", () => {
    for (let status = 100; status < 600; status += 1) {
      const { kind } = decideFirst(answer(status));
      expect(kind === "delivered").toBe(status >= 200 && status < 300);
      expect(kind === "gone").toBe(status === 410);
    }
  });

  test("the failure after the last step of the schedule exhausts the delivery", () => {
    const input = { ownFaults: 0, schedule: defaultSchedule, random: even, now };
    expect(decide({ ...input, result: answer(500), attemptNumber: 9 }).kind).toBe("retry");
    expect(decide({ ...input, result: answer(500), attemptNumber: 10 })).toEqual({
      kind: "exhausted",
      errorKind: "http_5xx",
      throttled: false,
    });
  });

  test("a fault of ours is retried soon even when the schedule is spent", () => {
    const input = { ownFaults: 0, schedule: [], random: even, now, attemptNumber: 11 };
    expect(decide({ ...input, result: broken("unknown") })).toEqual(retry("unknown"));
    expect(decide({ ...input, result: broken("proxy") })).toEqual(retry("proxy"));
    expect(decide({ ...input, result: { response: null, error: null } })).toEqual(retry("unknown"));
  });

  test.each([
    [1, 10],
    [5, 160],
    [6, 300],
    [99, 300],
  ])("after %i faults of ours the next try waits %i s", (ownFaults, afterSeconds) => {
    const input = { schedule: [], random: even, now, attemptNumber: 1 };
    expect(decide({ ...input, ownFaults, result: broken("proxy") })).toEqual(
      retry("proxy", { afterSeconds }),
    );
  });

  test("the hundred and first fault of ours counts as any failure, so that a delivery ends", () => {
    const input = { ownFaults: 100, random: even, now, attemptNumber: 1, result: broken("proxy") };
    expect(decide({ ...input, schedule: [7] })).toMatchObject({ afterSeconds: 7, spendsSchedule: true });
    expect(decide({ ...input, schedule: [] })).toMatchObject({ kind: "exhausted", errorKind: "proxy" });
  });

  test.each<[number, string, number]>([
    [429, "120", 120],
    [503, "120", 120],
    [429, "1", 5],
    [503, "Thu, 01 Jan 2026 00:10:00 GMT", 600],
    [503, "Wed, 31 Dec 2025 00:00:00 GMT", 5],
    [429, "99999999999999999999999", 86_400],
    [429, "9".repeat(400), 86_400],
    [429, "soon", 5],
    [429, "-1", 5],
    [502, "120", 5],
    [404, "120", 5],
  ])("status %i with Retry-After %s waits %d seconds", (status, value, afterSeconds) => {
    expect(decideFirst(answer(status, [["Retry-After", value]]))).toMatchObject({
      kind: "retry",
      afterSeconds,
    });
  });

  test("no other header is taken for a Retry-After", () => {
    expect(decideFirst(answer(429, [["content-length", "9999"]]))).toMatchObject({ afterSeconds: 5 });
  });

  test("of several Retry-After headers the latest is kept to", () => {
    const headers: [string, string][] = [
      ["retry-after", "60"],
      ["RETRY-AFTER", "90"],
    ];
    expect(decideFirst(answer(429, headers))).toMatchObject({ afterSeconds: 90 });
  });

  test("is total: any result gives a decision whose wait keeps its bounds", () => {
    const results = fc.oneof(
      fc.constantFrom(...errorKinds).map(broken),
      fc
        .tuple(fc.integer({ min: 100, max: 999 }), fc.oneof(fc.nat().map(String), fc.string()))
        .map(([status, value]) => answer(status, [["retry-after", value]])),
    );
    const schedules = fc.array(fc.integer({ min: 0, max: 86_400 }), { maxLength: 12 });
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        results,
        fc.integer({ min: 1, max: 15 }),
        schedules,
        fraction,
        (result, attemptNumber, schedule, random) => {
          const input = { result, attemptNumber, schedule, random: () => random, now };
          const decision = decide({ ...input, ownFaults: 0 });
          expect(["delivered", "retry", "exhausted", "gone"]).toContain(decision.kind);
          if (decision.kind !== "retry") return;
          const step = !decision.spendsSchedule ? 5 : (schedule[attemptNumber - 1] ?? Number.NaN);
          expect(decision.afterSeconds).toBeGreaterThanOrEqual(step * 0.9);
          const asksForMore = [429, 503].includes(result.response?.status ?? 0);
          expect(decision.afterSeconds).toBeLessThanOrEqual(
            asksForMore ? Math.max(86_400, step * 1.1) : step * 1.1 + 1e-9,
          );
        },
      ),
    );
  });

  test("never retries earlier than a Retry-After of up to a day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(429, 503),
        fc.integer({ min: 0, max: 86_400 }),
        fc.nat(8),
        (status, asked, index) => {
          const result = answer(status, [["retry-after", String(asked)]]);
          const decision = decide({
            result,
            attemptNumber: index + 1,
            ownFaults: 0,
            schedule: defaultSchedule,
            random: even,
            now,
          });
          expect(decision.kind === "retry" && decision.afterSeconds >= asked).toBe(true);
        },
      ),
    );
  });
});

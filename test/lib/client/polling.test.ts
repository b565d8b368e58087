import { expect, test } from "vitest";
import { pollFor } from "#lib/client/polling.ts";

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

test.each([
  ["pending", null],
  ["sending", null],
  ["retrying", inMs(5_000)],
] as const)("a %s delivery is read again within two seconds", (status, nextAttemptAt) => {
  expect(
    pollFor([
      { status: "delivered", nextAttemptAt: null },
      { status, nextAttemptAt },
    ]),
  ).toBe(2_000);
});

test.each([
  ["delivered", null],
  ["failed", null],
  ["canceled", null],
  ["retrying", inMs(3_600_000)],
] as const)("a %s delivery that waits or is over is read rarely", (status, nextAttemptAt) => {
  expect(pollFor([{ status, nextAttemptAt }])).toBe(10_000);
});

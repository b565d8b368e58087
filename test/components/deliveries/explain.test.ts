import { describe, expect, test } from "vitest";
import { conclude, explain } from "#components/deliveries/explain.ts";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";

const failed: DeliveryDetail = {
  id: "dlv_01jd7w4c8xf0x9s3y6z1v2k5mn",
  event: "evt_01jd7w4c8xf0x9s3y6z1v2k5mn",
  eventType: "invoice.paid",
  endpoint: "ep_01jd7w4c8xf0x9s3y6z1v2k5mn",
  endpointUrl: "https://example.com/hooks",
  endpointState: "enabled",
  application: "app_01jd7w4c8xf0x9s3y6z1v2k5mn",
  status: "failed",
  attemptCount: 10,
  maxAttempts: 10,
  scheduleAttempts: 10,
  nextAttemptAt: null,
  responseStatus: 404,
  errorKind: "http_4xx",
  durationMs: 84,
  createdAt: "2026-11-20T09:00:00.000Z",
  completedAt: "2026-11-23T09:00:00.000Z",
  attempts: [
    {
      id: "att_01jd7w4c8xf0x9s3y6z1v2k5mn",
      number: 10,
      responseStatus: 404,
      errorKind: "http_4xx",
      errorMessage: "answered 404 Not Found",
      durationMs: 84,
      startedAt: "2026-11-23T09:00:00.000Z",
    },
  ],
};

describe("what happened to a delivery", () => {
  test("a failure that is given up names the count, and is worth a diagnosis", () => {
    expect(explain(failed)).toEqual({
      tone: "danger",
      title: "Given up after 10 attempts",
      isFailure: true,
    });
  });

  test("410 says that the endpoint was disabled", () => {
    const gone = { ...failed, errorKind: "gone", responseStatus: 410, endpointState: "disabled" } as const;
    expect(explain(gone)?.title).toMatch(/wants no more webhooks/);
  });

  test("a retry at a paused endpoint says what it waits for", () => {
    const waiting = { ...failed, status: "retrying", endpointState: "paused" } as const;
    expect(explain(waiting)?.title).toMatch(/once it is resumed/);
  });

  test("a resend that is queued says so, without the old failure", () => {
    expect(explain({ ...failed, status: "pending" })).toEqual({
      tone: "info",
      title: "Queued to be sent again",
      isFailure: false,
    });
  });

  test("a delivered one needs no explanation", () => {
    expect(explain({ ...failed, status: "delivered", errorKind: null })).toBeNull();
  });
});

describe("what becomes of a delivery", () => {
  test.each([
    ["failed", "enabled", "Nothing more is sent unless you resend it."],
    ["canceled", "paused", "Nothing more is sent unless you resend it."],
    ["failed", "disabled", "Nothing more is sent unless you enable the endpoint and resend it."],
    ["failed", "deleted", "Nothing more is sent: the endpoint is deleted."],
  ] as const)("that is %s at an endpoint that is %s", (status, endpointState, said) => {
    expect(conclude({ ...failed, status, endpointState })).toBe(said);
  });

  test("is still open while it is tried again", () => {
    expect(conclude({ ...failed, status: "retrying" })).toBeNull();
  });
});

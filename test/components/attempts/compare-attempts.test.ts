import { describe, expect, test } from "vitest";
import { type Comparison, compareAttempts } from "#components/attempts/compare-attempts.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";

const body = (text: string) => ({ text, base64: null, bytes: text.length, truncated: false });

const failed: Attempt = {
  id: "att_1",
  number: 1,
  responseStatus: 503,
  errorKind: "http_5xx",
  errorMessage: "answered 503 Service Unavailable",
  durationMs: 900,
  startedAt: "2026-11-23T10:00:00.000Z",
  delivery: "dlv_1",
  event: "evt_1",
  endpoint: "ep_1",
  request: {
    method: "POST",
    url: "https://a.example/hook",
    headers: [
      ["webhook-id", "evt_1"],
      ["webhook-timestamp", "1795426200"],
      ["webhook-signature", "v1,AAAA"],
      ["x-token", "••••"],
    ],
    body: body('{"n":1}'),
  },
  response: {
    status: 503,
    headers: [
      ["Content-Type", "application/json"],
      ["Date", "Mon, 23 Nov 2026 10:00:00 GMT"],
      ["Retry-After", "30"],
    ],
    body: body('{"error":"down","code":1.0}'),
  },
  timings: { dnsMs: 2, connectMs: 10, tlsMs: 20, firstByteMs: 800, totalMs: 900 },
  remoteAddress: "203.0.113.9",
};

const delivered: Attempt = {
  ...failed,
  id: "att_2",
  number: 2,
  responseStatus: 200,
  errorKind: null,
  errorMessage: null,
  request: {
    ...failed.request,
    headers: [
      ["webhook-id", "evt_1"],
      ["webhook-timestamp", "1795426500"],
      ["webhook-signature", "v1,BBBB v1,CCCC"],
      ["x-token", "••••"],
    ],
  },
  response: {
    status: 200,
    headers: [
      ["content-type", "application/json"],
      ["date", "Mon, 23 Nov 2026 10:05:00 GMT"],
      ["x-version", "2"],
    ],
    body: body('{"error":null,"code":1.0}'),
  },
  timings: { dnsMs: 1, connectMs: 11, tlsMs: 20, firstByteMs: 40, totalMs: 75 },
};

const unanswered: Attempt = {
  ...failed,
  responseStatus: null,
  errorKind: "connect",
  errorMessage: "connection refused",
  response: null,
  remoteAddress: null,
  timings: { dnsMs: 2, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 12 },
};

type Rows = "outcome" | "timings" | "requestHeaders" | "responseHeaders";

function rowsOf(comparison: Comparison, part: Rows, kind: "same" | "changed" | "usual"): string[] {
  return comparison[part]
    .filter((row) => row.kind === kind)
    .map(({ name, before, after, change }) => `${name}: ${before} > ${after}${change ? ` (${change})` : ""}`);
}

describe("two attempts of one delivery", () => {
  const comparison = compareAttempts(failed, delivered);

  test.each<[Rows, "same" | "changed" | "usual", string[]]>([
    [
      "outcome",
      "changed",
      [
        "Outcome: Server error (5xx) > Delivered",
        "Status: 503 > 200",
        "Reason: answered 503 Service Unavailable > null",
        "Secrets that signed: 1 > 2",
        "Response size: 27 B > 25 B",
      ],
    ],
    [
      "outcome",
      "same",
      [
        "URL: https://a.example/hook > https://a.example/hook",
        "Address: 203.0.113.9 > 203.0.113.9",
        "Event: evt_1 > evt_1",
        "Request size: 7 B > 7 B",
      ],
    ],
    ["timings", "changed", ["First byte: 800 ms > 40 ms (−760 ms)", "Total: 900 ms > 75 ms (−825 ms)"]],
    ["timings", "usual", ["DNS: 2 ms > 1 ms (−1 ms)", "Connect: 10 ms > 11 ms (+1 ms)"]],
    ["timings", "same", ["TLS: 20 ms > 20 ms"]],
    ["requestHeaders", "changed", []],
    [
      "requestHeaders",
      "usual",
      ["webhook-signature: v1,AAAA > v1,BBBB v1,CCCC", "webhook-timestamp: 1795426200 > 1795426500"],
    ],
    ["requestHeaders", "same", ["webhook-id: evt_1 > evt_1", "x-token: •••• > ••••"]],
    ["responseHeaders", "changed", ["retry-after: 30 > null", "x-version: null > 2"]],
    ["responseHeaders", "usual", ["date: Mon, 23 Nov 2026 10:00:00 GMT > Mon, 23 Nov 2026 10:05:00 GMT"]],
    ["responseHeaders", "same", ["content-type: application/json > application/json"]],
  ])("%s: %s", (part, kind, expected) => {
    expect(rowsOf(comparison, part, kind)).toEqual(expected);
  });

  test("have their response bodies line by line, every number as it was written", () => {
    expect(comparison.body).toEqual([
      { before: "{", after: "{" },
      { before: '  "error": "down",', after: '  "error": null,' },
      { before: '  "code": 1.0', after: '  "code": 1.0' },
      { before: "}", after: "}" },
    ]);
  });
});

describe("an attempt without an answer", () => {
  const comparison = compareAttempts(unanswered, delivered);

  test("lacks the steps that it did not reach", () => {
    expect(rowsOf(comparison, "timings", "changed")).toEqual([
      "Connect: null > 11 ms",
      "TLS: null > 20 ms",
      "First byte: null > 40 ms",
      "Total: 12 ms > 75 ms (+63 ms)",
    ]);
  });

  test("lacks status, headers and body", () => {
    expect(rowsOf(comparison, "outcome", "changed")).toContain("Status: null > 200");
    expect(rowsOf(comparison, "responseHeaders", "changed")).toHaveLength(3);
    expect(comparison.body?.every(({ before }) => before === null)).toBe(true);
  });

  test("has no body to compare with another such", () => {
    expect(compareAttempts(unanswered, unanswered).body).toBeNull();
  });
});

test("another event is no surprise where the last success of the endpoint is compared", () => {
  const other = { ...delivered, event: "evt_0", request: { ...delivered.request, body: body('{"n":100}') } };
  const comparison = compareAttempts(other, failed);
  expect(rowsOf(comparison, "outcome", "usual")).toEqual(["Event: evt_0 > evt_1", "Request size: 9 B > 7 B"]);
});

test("a connection that was open already is no surprise", () => {
  const timings = { ...delivered.timings, dnsMs: null, connectMs: null, tlsMs: null };
  const comparison = compareAttempts(delivered, { ...delivered, timings });
  expect(rowsOf(comparison, "timings", "usual")).toEqual([
    "DNS: 1 ms > reused",
    "Connect: 11 ms > reused",
    "TLS: 20 ms > reused",
  ]);
  expect(rowsOf(comparison, "timings", "changed")).toEqual([]);
});

test("a header that comes twice, in another case and order, is compared as a whole", () => {
  const withCookies = (...values: string[]): Attempt => ({
    ...delivered,
    response: { status: 200, headers: values.map((value) => ["Via", value]), body: body("") },
  });
  const comparison = compareAttempts(withCookies("a", "b"), withCookies("a", "c"));
  expect(rowsOf(comparison, "responseHeaders", "changed")).toEqual(["via: a\nb > a\nc"]);
});

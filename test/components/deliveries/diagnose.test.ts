import { describe, expect, test } from "vitest";
import { diagnose } from "#components/deliveries/diagnose.ts";
import { redirectTarget, type Traces } from "#components/deliveries/evidence.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { type ErrorKind, errorKinds } from "#lib/contracts/error-kinds.ts";
import { certificateFailure } from "#lib/delivery/certificate-failure.ts";
import { statusFailure } from "#lib/delivery/status-failure.ts";
import { timeoutFailure } from "#lib/delivery/timeout-failure.ts";

type Settings = { status?: number; headers?: [string, string][]; text?: string; p95Ms?: number };

/** What an attempt of this kind leaves behind, with the message that the delivery client gave it. */
function tracesOf(errorKind: ErrorKind, errorMessage: string, settings: Settings = {}): Traces {
  const { status, headers = [], text = "", p95Ms = null } = settings;
  const summary = {
    id: "att_01jd7w4c8xf0x9s3y6z1v2k5mn",
    number: 3,
    responseStatus: status ?? null,
    errorKind,
    errorMessage,
    durationMs: 15_000,
    startedAt: "2026-11-24T09:00:00.000Z",
  };
  const url = "https://example.com/hooks";
  const body = { text, base64: null, bytes: text.length, truncated: false };
  const details: Attempt = {
    ...summary,
    delivery: "dlv_01jd7w4c8xf0x9s3y6z1v2k5mn",
    event: "evt_01jd7w4c8xf0x9s3y6z1v2k5mn",
    endpoint: "ep_01jd7w4c8xf0x9s3y6z1v2k5mn",
    request: { method: "POST", url, headers: [], body },
    response: status ? { status, headers, body } : null,
    timings: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 15_000 },
    remoteAddress: null,
  };
  return { attempt: summary, details, endpointUrl: url, p95Ms };
}

function answered(status: number, settings: Settings = {}): Traces {
  const failure = statusFailure({ status, headers: settings.headers ?? [] });
  return tracesOf(failure?.kind ?? "unknown", failure?.message ?? "", { status, ...settings });
}

const written: unknown = expect.stringMatching(/.{10,}/);

describe("the diagnosis of a failed attempt", () => {
  test.each(errorKinds)("of kind %s has a cause, evidence, a fix and what comes of it", (kind) => {
    const diagnosis = diagnose(tracesOf(kind, "what the attempt row holds"));
    expect(diagnosis).toEqual({ cause: written, evidence: written, fix: written, next: written });
    expect(diagnosis?.evidence).toMatch(/^What the attempt row holds/);
  });

  test("an attempt that did not fail has none", () => {
    const traces = answered(200);
    expect(diagnose({ ...traces, attempt: { ...traces.attempt, errorKind: null } })).toBeNull();
  });

  test("a certificate that has expired is told with its date and how long ago that was", () => {
    const { message } = certificateFailure({
      code: "CERT_HAS_EXPIRED",
      certificate: { valid_to: "Nov 21 08:00:00 2026 GMT" } as never,
      hostname: "example.com",
      now: new Date("2026-11-24T09:00:00.000Z"),
    });
    expect(diagnose(tracesOf("tls", message))?.evidence).toBe(
      "Certificate has expired (notAfter 2026-11-21). That was 3 days before this attempt.",
    );
  });

  test("a timeout is held against the endpoint's own 95th percentile", () => {
    const { message } = timeoutFailure("headers", 15_000);
    expect(diagnose(tracesOf("timeout", message, { p95Ms: 1_200 }))?.evidence).toBe(
      "No answer within 15 s (connected, request sent, waiting for headers). This attempt took 15.0 s; 95 % of the endpoint's attempts in the last 24 hours took at most 1.20 s.",
    );
  });

  test("a refusal quotes how the answer begins, and each well-known status has a fix of its own", () => {
    const diagnosis = diagnose(answered(404, { text: '{"error": "no such hook"}' }));
    expect(diagnosis?.evidence).toBe('Answered 404 Not Found after 15.0 s: “{"error": "no such hook"}”');
    expect(diagnosis?.fix).toBe("Check the path of the endpoint's URL.");
    expect(diagnose(answered(418))?.fix).toMatch(/why it refused/);
  });

  test("of an answer that is a page it quotes the words", () => {
    const text =
      "<html><head><title>502</title></head><body><h1>502 Bad Gateway</h1><hr>nginx<script>alert(1)</script></body></html>";
    const diagnosis = diagnose(answered(502, { headers: [["Content-Type", "text/html"]], text }));
    expect(diagnosis?.evidence).toBe("Answered 502 Bad Gateway after 15.0 s: “502 Bad Gateway nginx”");
  });

  test("a throttled one says how long the receiver asked to wait", () => {
    const diagnosis = diagnose(answered(429, { headers: [["Retry-After", "120"]] }));
    expect(diagnosis?.evidence).toMatch(/Retry-After: 120 s/);
  });
});

describe("where a redirect leads", () => {
  test("is told whole, also where the answer names it relative to the request", () => {
    const traces = answered(308, { headers: [["Location", "/v2/hooks?tenant=7#top"]] });
    expect(redirectTarget(traces)).toBe("https://example.com/v2/hooks?tenant=7");
    expect(diagnose(traces)?.evidence).toBe(
      "Answered 308, which leads to https://example.com/v2/hooks?tenant=7.",
    );
  });

  test.each([
    ["no URL", "http://"],
    ["not the web", "javascript:alert(1)"],
    ["the endpoint itself", "https://example.com/hooks"],
  ])("is proposed as no endpoint's URL when it is %s", (_, location) => {
    expect(redirectTarget(answered(301, { headers: [["location", location]] }))).toBeNull();
  });
});

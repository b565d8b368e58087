import { errorKindNames } from "#components/deliveries/error-kind-names.ts";
import { formatBytes, formatDuration } from "#components/ui/format.ts";
import { indentJson } from "#components/ui/indent-json.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { diffLines, type LinePair } from "./diff-lines.ts";
import { signatureOf } from "./signature-of.ts";

/** One thing that two attempts have, or that one of them has; `usual` differences are there between any two. */
export interface Difference {
  name: string;
  before: string | null;
  after: string | null;
  kind: "same" | "changed" | "usual";
  /** How much longer or shorter: "+1.20 s". */
  change?: string;
}

export interface Comparison {
  outcome: Difference[];
  timings: Difference[];
  requestHeaders: Difference[];
  responseHeaders: Difference[];
  /** The response bodies line by line, JSON indented; null where neither has one that is text. */
  body: LinePair[] | null;
}

/** What differs between two attempts, and what does not. */
export function compareAttempts(before: Attempt, after: Attempt): Comparison {
  return {
    outcome: compareOutcomes(before, after),
    timings: compareTimings(before, after),
    requestHeaders: compareHeaders(before.request.headers, after.request.headers),
    responseHeaders: compareHeaders(before.response?.headers ?? [], after.response?.headers ?? []),
    body: compareBodies(before, after),
  };
}

function compareOutcomes(before: Attempt, after: Attempt): Difference[] {
  const read: [name: string, of: (attempt: Attempt) => string | null, isUsual?: boolean][] = [
    ["Outcome", ({ errorKind }) => (errorKind ? errorKindNames[errorKind] : "Delivered")],
    ["Status", ({ response }) => (response ? String(response.status) : null)],
    ["Reason", ({ errorMessage }) => errorMessage],
    ["URL", ({ request }) => request.url],
    ["Address", ({ remoteAddress }) => remoteAddress],
    ["Secrets that signed", (attempt) => signatureOf(attempt)?.items.length.toString() ?? null],
    ["Response size", ({ response }) => response && sizeOf(response.body)],
    ["Event", ({ event }) => event, true],
    ["Request size", ({ request }) => sizeOf(request.body), before.event !== after.event],
  ];
  return read.map(([name, of, isUsual]) => difference(name, of(before), of(after), isUsual));
}

function sizeOf({ bytes, truncated }: { bytes: number; truncated: boolean }): string {
  return truncated ? `more than ${formatBytes(bytes)}` : formatBytes(bytes);
}

function difference(name: string, before: string | null, after: string | null, isUsual = false): Difference {
  return { name, before, after, kind: before === after ? "same" : isUsual ? "usual" : "changed" };
}

const steps = [
  ["DNS", "dnsMs"],
  ["Connect", "connectMs"],
  ["TLS", "tlsMs"],
  ["First byte", "firstByteMs"],
  ["Total", "totalMs"],
] as const satisfies [string, keyof Attempt["timings"]][];

function compareTimings(before: Attempt, after: Attempt): Difference[] {
  return steps.map(([name, step]) => {
    const compared = compareTimes(name, before.timings[step], after.timings[step]);
    if (!isOfConnecting.has(step) || !(isReused(before) || isReused(after))) return compared;
    const [left, right] = [
      isReused(before) ? reused : compared.before,
      isReused(after) ? reused : compared.after,
    ];
    return difference(name, left, right, true);
  });
}

const isOfConnecting = new Set(["dnsMs", "connectMs", "tlsMs"]);
const reused = "reused";

/** Whether an attempt went over a connection that was open already, which any may. */
function isReused({ response, timings }: Attempt): boolean {
  return response !== null && timings.connectMs === null;
}

// Two requests never take equally long: less than both of these is chance.
const notableMs = 50;
const notableShare = 0.25;

function compareTimes(name: string, before: number | null, after: number | null): Difference {
  const shown = { name, before: durationOf(before), after: durationOf(after) };
  if (before === null || after === null) return { ...shown, kind: before === after ? "same" : "changed" };
  const longerMs = after - before;
  if (Math.round(longerMs) === 0) return { ...shown, kind: "same" };
  const isNotable = Math.abs(longerMs) >= notableMs && Math.abs(longerMs) >= notableShare * before;
  const change = `${longerMs > 0 ? "+" : "−"}${formatDuration(Math.abs(longerMs))}`;
  return { ...shown, kind: isNotable ? "changed" : "usual", change };
}

function durationOf(ms: number | null): string | null {
  return ms === null ? null : formatDuration(ms);
}

type Headers = Attempt["request"]["headers"];

// They hold the time of a request, its name, or what is computed from them.
const usualHeaders =
  /^(age|cf-ray|date|etag|expires|last-modified|set-cookie|traceparent|webhook-signature|webhook-timestamp|x-.*(id|time|trace)|.*request-id)$/;

/** Headers by name, whatever their case and order; values of one that comes more than once stand on lines. */
function compareHeaders(before: Headers, after: Headers): Difference[] {
  const [valuesBefore, valuesAfter] = [byName(before), byName(after)];
  const names = [...new Set([...valuesBefore.keys(), ...valuesAfter.keys()])].toSorted();
  return names.map((name) => {
    const [left, right] = [valuesBefore.get(name) ?? null, valuesAfter.get(name) ?? null];
    return difference(name, left, right, left !== null && right !== null && usualHeaders.test(name));
  });
}

function byName(headers: Headers): Map<string, string> {
  const values = Map.groupBy(headers, ([name]) => name.toLowerCase());
  return new Map([...values].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join("\n")]));
}

function compareBodies(before: Attempt, after: Attempt): LinePair[] | null {
  const [left, right] = [before.response?.body.text ?? null, after.response?.body.text ?? null];
  return left === null && right === null ? null : diffLines(linesOf(left), linesOf(right));
}

function linesOf(text: string | null): string[] {
  return text ? (indentJson(text) ?? text).split(/\r?\n/) : [];
}

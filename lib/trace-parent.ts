import type { SpanContext } from "@opentelemetry/api";

const format = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-|$)/;

/** Reads a `traceparent` (W3C Trace Context §3.2), of a later version as far as it is like ours; undefined when malformed. */
export function parseTraceParent(text: string): SpanContext | undefined {
  const [matched, traceId = "", spanId = "", flags = "", rest] = format.exec(text.trim()) ?? [];
  if (matched === undefined || (rest === "-" && text.startsWith("00"))) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

/** Writes a span's identity as a `traceparent` of version 00. */
export function formatTraceParent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${(traceFlags & 1).toString(16).padStart(2, "0")}`;
}

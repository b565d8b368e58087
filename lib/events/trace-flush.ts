import { inSpan, tracing } from "../tracing.ts";
import type { NewEvent } from "./store.ts";

const mostLinks = 128;

/**
 * Stores a batch in a span of its own, since it belongs to many traces: it stands in the trace of its first sampled event
 * and links to the others. Without traces, or when none is sampled, it just stores.
 */
export function traceFlush<T>(events: readonly NewEvent[], store: () => Promise<T>): Promise<T> {
  if (!tracing()) return store();
  const sampled = events.flatMap(({ traceParent }) => (traceParent?.endsWith("-01") ? [traceParent] : []));
  const [parent, ...others] = [...new Set(sampled)];
  if (parent === undefined) return store();
  const attributes = { "messaging.batch.message_count": events.length };
  return inSpan("flush", { kind: "internal", parent, links: others.slice(0, mostLinks), attributes }, store);
}

import type { AsyncLocalStorage } from "node:async_hooks";
import type { Attributes, Context, Link, Span, Tracer } from "@opentelemetry/api";
import { formatTraceParent, parseTraceParent } from "./trace-parent.ts";

/** What is loaded once traces are switched on; nothing of OpenTelemetry is before. */
export type Tracing = {
  otel: typeof import("@opentelemetry/api");
  tracer: Tracer;
  active: AsyncLocalStorage<Span>;
  /** Sends what is left; resolves after a few seconds at the latest. */
  stop: () => Promise<void>;
};

export type SpanSettings = {
  kind: "server" | "client" | "internal";
  /** The `traceparent` of the span it continues; a new trace begins without one. */
  parent?: string | undefined;
  /** The `traceparent` of others it is about. */
  links?: readonly string[];
  attributes?: Attributes;
};

// Next bundles its own copy of this module beside the one server.ts imports: one tracer for both.
const processGlobals = globalThis as { posthornTracing?: Tracing };

/** The tracer of this process, or undefined when traces are off. */
export function tracing(): Tracing | undefined {
  return processGlobals.posthornTracing;
}

/** Switches traces on, or off with undefined. */
export function setTracing(given: Tracing | undefined): void {
  if (given) processGlobals.posthornTracing = given;
  else delete processGlobals.posthornTracing;
}

/** Runs `work` in a span that ends with it and notes what it throws; without traces it just runs. */
export async function inSpan<T>(
  name: string,
  settings: SpanSettings,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  const on = tracing();
  if (!on) return work(undefined);
  const span = startSpan(on, name, settings);
  try {
    return await on.active.run(span, () => work(span));
  } catch (error) {
    failSpan(span, error instanceof Error ? error.name : "unknown");
    throw error;
  } finally {
    span.end();
  }
}

/** Marks a span as failed, by the kind of error. */
export function failSpan(span: Span, errorType: string): void {
  span.setAttribute("error.type", errorType);
  span.setStatus({ code: tracing()?.otel.SpanStatusCode.ERROR ?? 2 });
}

/** The `traceparent` of the span under way, for whoever continues it. */
export function activeTraceParent(): string | undefined {
  const span = tracing()?.active.getStore();
  return span && formatTraceParent(span.spanContext());
}

/** The ids of the span under way as logs carry them. */
export function activeTraceFields(): { trace_id?: string; span_id?: string } {
  const span = tracing()?.active.getStore();
  if (!span) return {};
  const { traceId, spanId } = span.spanContext();
  return { trace_id: traceId, span_id: spanId };
}

const kinds = { server: "SERVER", client: "CLIENT", internal: "INTERNAL" } as const;

function startSpan({ otel, tracer }: Tracing, name: string, settings: SpanSettings): Span {
  const { kind, parent, links = [], attributes = {} } = settings;
  const options = { kind: otel.SpanKind[kinds[kind]], links: links.flatMap(toLink), attributes };
  return tracer.startSpan(name, options, contextOf(otel, parent));
}

function contextOf({ ROOT_CONTEXT, trace }: Tracing["otel"], parent: string | undefined): Context {
  const spanContext = parent === undefined ? undefined : parseTraceParent(parent);
  return spanContext ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
}

function toLink(parent: string): Link[] {
  const context = parseTraceParent(parent);
  return context ? [{ context }] : [];
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Sampler } from "@opentelemetry/sdk-trace";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { setTracing, tracing } from "./tracing.ts";
import { version } from "./version.ts";

type Sdk = typeof import("@opentelemetry/sdk-trace");

const longestFlushMs = 5_000;

/**
 * Loads OpenTelemetry and sends traces by OTLP over HTTP, if an endpoint is set; nothing is loaded otherwise. The exporter
 * reads its own standard variables (headers, time-out, compression, certificates).
 */
export async function startTracing(process: "web" | "worker"): Promise<void> {
  const settings = env().tracing;
  if (!settings) return;
  const [otel, sdk, { OTLPTraceExporter }, resource] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-proto"),
    resourceOf(process),
  ]);
  otel.diag.setLogger(diagnostics, otel.DiagLogLevel.WARN);
  const { maxQueueSize, scheduledDelayMillis } = settings;
  const exporter = new OTLPTraceExporter();
  const processor = new sdk.BatchSpanProcessor({ exporter, maxQueueSize, scheduledDelayMillis });
  const sampler = samplerOf(sdk, settings);
  const provider = new sdk.TracerProvider({ resource, sampler, spanProcessors: [processor] });
  setTracing({
    otel,
    tracer: provider.getTracer("posthorn", version),
    active: new AsyncLocalStorage(),
    stop: () => provider.shutdown(),
  });
}

/** Sends the spans that are left, for a few seconds at most, and switches traces off. */
export async function stopTracing(): Promise<void> {
  const running = tracing();
  setTracing(undefined);
  if (!running) return;
  const { promise: isTooLate, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, longestFlushMs);
  const stopped = running.stop().catch((error) => log().warn({ err: error }, "the last spans were lost"));
  await Promise.race([stopped, isTooLate]);
  clearTimeout(timer);
}

/** What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say goes before our own. */
async function resourceOf(process: "web" | "worker") {
  const { detectResources, envDetector, resourceFromAttributes } = await import("@opentelemetry/resources");
  const own = { "service.name": `posthorn-${process}`, "service.version": version };
  return resourceFromAttributes(own).merge(detectResources({ detectors: [envDetector] }));
}

function samplerOf(sdk: Sdk, { sampler, ratio }: { sampler: string; ratio: number }): Sampler {
  const { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler } = sdk;
  const roots: Record<string, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const root = roots[sampler.replace("parentbased_", "")]?.() ?? new AlwaysOnSampler();
  return sampler.startsWith("parentbased_") ? new ParentBasedSampler({ root }) : root;
}

/** An exporter that fails says so in our log; what it says otherwise is nobody's business. */
const diagnostics = {
  error: (message: string) => log().warn({ detail: detailOf(message) }, "traces"),
  warn: (message: string) => log().warn({ detail: detailOf(message) }, "traces"),
  info: () => undefined,
  debug: () => undefined,
  verbose: () => undefined,
};

/** Of an error, which comes as JSON, its kind and code alone: in what a collector answers it may repeat the key we sent. */
function detailOf(message: string): string {
  try {
    const { name, code } = JSON.parse(message) as { name?: unknown; code?: unknown };
    return `${name ?? "Error"} ${code ?? ""}`.trim();
  } catch {
    return message.slice(0, 500);
  }
}

import { execFileSync } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { startTracing } from "#lib/start-tracing.ts";
import { formatTraceParent, parseTraceParent } from "#lib/trace-parent.ts";
import { activeTraceFields, activeTraceParent, inSpan, setTracing, tracing } from "#lib/tracing.ts";
import { testSettings } from "#test/support/settings.ts";

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const spanId = "00f067aa0ba902b7";

afterEach(() => setTracing(undefined));

test.each([
  [`00-${traceId}-${spanId}-01`, 1],
  [`00-${traceId}-${spanId}-00`, 0],
  [`00-${traceId}-${spanId}-03`, 1],
  [`cc-${traceId}-${spanId}-01-what the future holds`, 1],
])("%s is read", (text, traceFlags) => {
  const context = parseTraceParent(text);
  expect(context).toEqual({ traceId, spanId, traceFlags, isRemote: true });
  if (context) expect(formatTraceParent(context)).toBe(`00-${traceId}-${spanId}-0${traceFlags}`);
});

test.each([
  "",
  `00-${traceId.toUpperCase()}-${spanId}-01`,
  `00-${"0".repeat(32)}-${spanId}-01`,
  `00-${traceId}-${"0".repeat(16)}-01`,
  `ff-${traceId}-${spanId}-01`,
  `00-${traceId}-${spanId}-01-more`,
  `00-${traceId}-${spanId}-1`,
  `00-${traceId}${spanId}-01`,
])("%s begins a new trace", (text) => {
  expect(parseTraceParent(text)).toBeUndefined();
});

test("traces are off unless an endpoint is set, and off when the standard says so", () => {
  const settingsOf = (source: Record<string, string>) =>
    parseEnv({ ...testSettings("postgres://localhost/x"), ...source }).tracing;
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" };
  expect(settingsOf({})).toBeUndefined();
  expect(settingsOf({ ...endpoint, OTEL_SDK_DISABLED: "true" })).toBeUndefined();
  expect(settingsOf({ ...endpoint, OTEL_TRACES_EXPORTER: "none" })).toBeUndefined();
  expect(settingsOf({ ...endpoint, OTEL_TRACES_SAMPLER_ARG: "0.25" })).toMatchObject({ ratio: 0.25 });
  expect(() => settingsOf({ OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" })).toThrow("http/protobuf");
});

test("without traces work just runs, and nothing of OpenTelemetry is imported but types and on demand", async () => {
  await startTracing("web");
  expect(tracing()).toBeUndefined();
  expect(await inSpan("work", { kind: "internal" }, async (span) => span ?? "none")).toBe("none");
  expect([activeTraceParent(), activeTraceFields()]).toEqual([undefined, {}]);
  const grep = ["grep", "-nE", 'from "@opentelemetry/', "--", "lib", "worker", "app", "server.ts"];
  const imports = execFileSync("git", grep, { encoding: "utf8" }).trim().split("\n");
  expect(imports.filter((line) => !/:import type /.test(line))).toEqual([]);
});

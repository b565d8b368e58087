import { z } from "zod";
import { parseCidr } from "./delivery/cidr.ts";
import { parseEgressProxy } from "./delivery/egress-proxy.ts";

const cidrRanges = "CIDR ranges, comma separated: 10.1.0.0/16,fd00::/8";
const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

/** Every variable the product reads: its default, its shape, and (as the description) what an operator should write there. */
export const variables = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"])
    .default("production")
    .describe("production, development or test"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .describe("postgres://user:password@host:5432/database"),
  POSTHORN_DB_POOL: whole(10, 1, 500),
  POSTHORN_DB_TIMEOUT_MS: whole(30_000, 1_000, 600_000),
  PORT: whole(3000, 1, 65535),
  POSTHORN_URL: httpUrl().optional(),
  POSTHORN_TRUSTED_PROXIES: cidrList(),
  POSTHORN_DRAIN_SECONDS: whole(0, 0, 60),
  POSTHORN_DATA_DIR: z.string().default(".posthorn").describe("a folder this process may write to"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
    .default("info")
    .describe("trace, debug, info, warn, error, fatal or silent"),

  POSTHORN_SECRET_KEY: z
    .string()
    .regex(base64Key())
    .describe("32 random bytes in base64: openssl rand -base64 32"),
  POSTHORN_SECRET_KEY_PREVIOUS: list(z.string().regex(base64Key())).describe(
    "former keys, base64, comma separated",
  ),
  NEXTAUTH_SECRET: z.string().min(16).optional().describe("at least 16 characters, or nothing"),
  POSTHORN_METRICS_TOKEN: z.string().min(16).optional().describe("at least 16 characters, or nothing"),
  POSTHORN_WORKER_METRICS_PORT: integer(1, 65_535).optional().describe("a port number, or nothing"),
  POSTHORN_SIGNUP: z.enum(["open", "invite", "closed"]).default("open").describe("open, invite or closed"),
  POSTHORN_API_RATE_LIMIT: whole(20_000, 0, 1_000_000).describe("requests a second, 0 for no limit"),

  POSTHORN_ATTEMPT_TIMEOUT_MS: whole(15_000, 100, 30_000),
  POSTHORN_RETRY_SCHEDULE: list(integer(0, 604_800), 50)
    .default([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
    .describe("up to 50 waits in whole seconds, comma separated: 5,300,1800"),
  POSTHORN_LEASE_MS: integer(1000, 600_000)
    .optional()
    .describe("more than POSTHORN_ATTEMPT_TIMEOUT_MS, in milliseconds"),
  POSTHORN_WORKER_CONCURRENCY: whole(512, 1, 10_000),
  POSTHORN_MAX_EVENT_BYTES: whole(262_144, 1024, 16_777_216),
  POSTHORN_MAX_RESPONSE_BYTES: whole(16_384, 0, 1_048_576),
  POSTHORN_RETENTION_DAYS: whole(30, 1, 3650),
  POSTHORN_AUTO_DISABLE_HOURS: whole(120, 0, 8760).describe("hours without one success, 0 for never"),
  POSTHORN_EGRESS_ALLOW: cidrList(),
  POSTHORN_EGRESS_PORTS: list(integer(1, 65_535)).describe("extra port numbers, comma separated"),
  POSTHORN_EGRESS_PROXY: z
    .string()
    .refine((text) => parseEgressProxy(text) !== undefined)
    .optional()
    .describe("http://user:password@host:3128"),
  POSTHORN_ALLOW_HTTP: z.stringbool().optional().describe("true or false"),

  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl().optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal("http/protobuf").default("http/protobuf").describe("http/protobuf"),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional().describe("name=value, comma separated"),
  OTEL_SERVICE_NAME: z.string().optional().describe("a name"),
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional().describe("name=value, comma separated"),
  OTEL_TRACES_EXPORTER: z.enum(["otlp", "none"]).default("otlp").describe("otlp or none"),
  OTEL_TRACES_SAMPLER: z.enum(samplers).default("parentbased_always_on").describe(samplers.join(", ")),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1).describe("a number from 0 to 1"),
  OTEL_BSP_MAX_QUEUE_SIZE: whole(2_048, 1, 1_000_000),
  OTEL_BSP_SCHEDULE_DELAY: whole(5_000, 10, 600_000),
  OTEL_SDK_DISABLED: z.stringbool().default(false).describe("true or false"),

  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./)
    .optional()
    .describe("smtp://user:password@host:587"),
  POSTHORN_MAIL_FROM: z
    .string()
    .min(3)
    .default("Posthorn <posthorn@localhost>")
    .describe("Name <address@host>"),
  GITHUB_CLIENT_ID: credential(),
  GITHUB_CLIENT_SECRET: credential(),
  GOOGLE_CLIENT_ID: credential(),
  GOOGLE_CLIENT_SECRET: credential(),
  OIDC_ISSUER: httpUrl().optional(),
  OIDC_CLIENT_ID: credential(),
  OIDC_CLIENT_SECRET: credential(),
  OIDC_NAME: z.string().min(1).default("Single sign-on").describe("the label on the sign-in button"),
});

export type Variables = z.output<typeof variables>;

function whole(fallback: number, min: number, max: number) {
  return integer(min, max).default(fallback).describe(`a whole number from ${min} to ${max}`);
}

function integer(min: number, max: number) {
  return z.coerce.number().int().min(min).max(max);
}

function cidrList() {
  const range = z.string().refine((text) => parseCidr(text).kind !== "malformed", cidrRanges);
  return list(range).describe(cidrRanges);
}

function httpUrl() {
  return z.url({ protocol: /^https?$/ }).describe("an http:// or https:// address");
}

function credential() {
  return z.string().min(1).optional().describe("the value your provider gave you");
}

function base64Key(): RegExp {
  return /^[A-Za-z0-9+/]{43}=$/;
}

function list<Item extends z.ZodType<unknown, unknown>>(item: Item, max = 1000) {
  return z.preprocess(splitCommas, z.array(item).max(max)).prefault([]);
}

function splitCommas(text: unknown): unknown {
  if (typeof text !== "string") return text;
  return text.split(",").map((part) => part.trim());
}

import { hkdfSync } from "node:crypto";
import { resolve } from "node:path";
import type { z } from "zod";
import { requireCidr } from "./delivery/cidr.ts";
import { parseEgressProxy } from "./delivery/egress-proxy.ts";
import { type Variables, variables } from "./env-variables.ts";

export type Env = ReturnType<typeof toEnv>;
type Source = Record<string, string | undefined>;

const memo = globalThis as { posthornEnv?: Env };

/** The settings of this process, parsed once on first use. Throws one table of everything that is wrong. */
export function env(): Env {
  memo.posthornEnv ??= readEnv();
  return memo.posthornEnv;
}

function readEnv(): Env {
  const settings = parseEnv(process.env);
  // next-auth reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = settings.url;
  return settings;
}

/** Parses settings out of `source` (empty strings count as unset). Throws one table of everything that is wrong, never showing a secret. */
export function parseEnv(source: Source): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.superRefine(checkTogether).safeParse(set);
  if (parsed.success) return toEnv(parsed.data);
  throw new Error(tableOfFaults(parsed.error.issues, set));
}

function toEnv(set: Variables) {
  const secretKey = Buffer.from(set.POSTHORN_SECRET_KEY, "base64");
  return {
    ...coreSettings(set),
    ...deliverySettings(set),
    ...identitySettings(set),
    /** Undefined when traces are off. */
    tracing: tracingSettings(set),
    secretKey,
    previousSecretKeys: set.POSTHORN_SECRET_KEY_PREVIOUS.map((key) => Buffer.from(key, "base64")),
    nextauthSecret: set.NEXTAUTH_SECRET ?? deriveSessionSecret(secretKey),
  };
}

function coreSettings(set: Variables) {
  return {
    nodeEnv: set.NODE_ENV,
    databaseUrl: set.DATABASE_URL,
    dbPool: set.POSTHORN_DB_POOL,
    dbTimeoutMs: set.POSTHORN_DB_TIMEOUT_MS,
    port: set.PORT,
    url: (set.POSTHORN_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ""),
    /** The networks of reverse proxies, whose X-Forwarded-For is believed. */
    trustedProxies: set.POSTHORN_TRUSTED_PROXIES.map(requireCidr),
    /** How long a web that is told to stop still takes requests, while /readyz says that it stops. */
    drainMs: set.POSTHORN_DRAIN_SECONDS * 1_000,
    dataDir: resolve(set.POSTHORN_DATA_DIR),
    logLevel: set.LOG_LEVEL,
    metricsToken: set.POSTHORN_METRICS_TOKEN,
    /** Where a worker serves probes and metrics; nowhere if undefined. */
    workerMetricsPort: set.POSTHORN_WORKER_METRICS_PORT,
    signup: set.POSTHORN_SIGNUP,
    /** Requests a second of a tenant's keys, and of each person; 0 is no limit. */
    apiRateLimit: set.POSTHORN_API_RATE_LIMIT,
  };
}

function deliverySettings(set: Variables) {
  return {
    attemptTimeoutMs: set.POSTHORN_ATTEMPT_TIMEOUT_MS,
    /** Waits between attempts, in seconds. */
    retrySchedule: set.POSTHORN_RETRY_SCHEDULE,
    leaseMs: set.POSTHORN_LEASE_MS ?? set.POSTHORN_ATTEMPT_TIMEOUT_MS + 15_000,
    workerConcurrency: set.POSTHORN_WORKER_CONCURRENCY,
    maxEventBytes: set.POSTHORN_MAX_EVENT_BYTES,
    maxResponseBytes: set.POSTHORN_MAX_RESPONSE_BYTES,
    retentionDays: set.POSTHORN_RETENTION_DAYS,
    /** Hours an endpoint may fail without one success; 0 never disables. */
    autoDisableHours: set.POSTHORN_AUTO_DISABLE_HOURS,
    egressAllow: set.POSTHORN_EGRESS_ALLOW,
    egressPorts: set.POSTHORN_EGRESS_PORTS,
    egressProxy:
      set.POSTHORN_EGRESS_PROXY === undefined ? undefined : parseEgressProxy(set.POSTHORN_EGRESS_PROXY),
    allowHttp: set.POSTHORN_ALLOW_HTTP ?? set.NODE_ENV !== "production",
  };
}

function identitySettings(set: Variables) {
  return {
    smtpUrl: set.SMTP_URL,
    mailFrom: set.POSTHORN_MAIL_FROM,
    githubClientId: set.GITHUB_CLIENT_ID,
    githubClientSecret: set.GITHUB_CLIENT_SECRET,
    googleClientId: set.GOOGLE_CLIENT_ID,
    googleClientSecret: set.GOOGLE_CLIENT_SECRET,
    oidcIssuer: set.OIDC_ISSUER,
    oidcClientId: set.OIDC_CLIENT_ID,
    oidcClientSecret: set.OIDC_CLIENT_SECRET,
    oidcName: set.OIDC_NAME,
  };
}

function tracingSettings(set: Variables) {
  const endpoint = set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || set.OTEL_SDK_DISABLED || set.OTEL_TRACES_EXPORTER === "none")
    return undefined;
  return {
    sampler: set.OTEL_TRACES_SAMPLER,
    ratio: set.OTEL_TRACES_SAMPLER_ARG,
    maxQueueSize: set.OTEL_BSP_MAX_QUEUE_SIZE,
    scheduledDelayMillis: set.OTEL_BSP_SCHEDULE_DELAY,
  };
}

function deriveSessionSecret(secretKey: Buffer): string {
  return Buffer.from(hkdfSync("sha256", secretKey, "", "posthorn session secret", 32)).toString("base64url");
}

const companions = [
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const satisfies (keyof Variables)[][];

function checkTogether(set: Variables, check: z.RefinementCtx): void {
  const refuse = (name: keyof Variables, message: string) =>
    check.addIssue({ code: "custom", path: [name], message });
  if (set.POSTHORN_LEASE_MS !== undefined && set.POSTHORN_LEASE_MS <= set.POSTHORN_ATTEMPT_TIMEOUT_MS) {
    refuse("POSTHORN_LEASE_MS", `more than POSTHORN_ATTEMPT_TIMEOUT_MS (${set.POSTHORN_ATTEMPT_TIMEOUT_MS})`);
  }
  for (const names of companions) {
    if (!names.some((name) => set[name])) continue;
    for (const name of names.filter((name) => !set[name]))
      refuse(name, `set together with ${names.join(", ")}`);
  }
}

const secrets = /SECRET|TOKEN|HEADERS|DATABASE_URL|SMTP_URL|PROXY$/;

function tableOfFaults(issues: z.core.$ZodIssue[], set: Source): string {
  const rows = new Map(issues.map((issue) => [String(issue.path[0]), [got(issue, set), wanted(issue)]]));
  const lines = [["variable", "got", "wants"], ...[...rows].map(([name, cells]) => [name, ...cells])];
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return `The environment is not usable:\n\n  ${text.join("\n  ")}\n\n.env.example explains each variable.`;
}

function got(issue: z.core.$ZodIssue, set: Source): string {
  const name = String(issue.path[0]);
  const value = set[name];
  if (value === undefined) return "nothing";
  return secrets.test(name) ? `${value.length} characters` : JSON.stringify(value.slice(0, 60));
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom") return issue.message;
  return variables.shape[issue.path[0] as keyof Variables]?.description ?? issue.message;
}

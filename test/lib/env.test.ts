import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { variables } from "#lib/env-variables.ts";

const secretKey = Buffer.alloc(32, 7).toString("base64");
const least = { DATABASE_URL: "postgres://user:pass@db:5432/posthorn", POSTHORN_SECRET_KEY: secretKey };

function faultsOf(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it was accepted");
}

test("a database and a key are all it takes", () => {
  const env = parseEnv(least);
  expect(env).toMatchObject({
    port: 3000,
    url: "http://localhost:3000",
    nodeEnv: "production",
    signup: "open",
    attemptTimeoutMs: 15_000,
    leaseMs: 30_000,
    retrySchedule: [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
    workerConcurrency: 512,
    egressAllow: [],
    trustedProxies: [],
  });
  expect(env.secretKey).toEqual(Buffer.alloc(32, 7));
});

test("the address follows the port unless it is given, and loses its trailing slash", () => {
  expect(parseEnv({ ...least, PORT: "4010" }).url).toBe("http://localhost:4010");
  expect(parseEnv({ ...least, POSTHORN_URL: "https://hooks.example.com/" }).url).toBe(
    "https://hooks.example.com",
  );
});

test("http targets are off in production alone, and an operator's word goes first", () => {
  expect(parseEnv(least).allowHttp).toBe(false);
  expect(parseEnv({ ...least, NODE_ENV: "development" }).allowHttp).toBe(true);
  expect(parseEnv({ ...least, POSTHORN_ALLOW_HTTP: "true" }).allowHttp).toBe(true);
  expect(parseEnv({ ...least, NODE_ENV: "development", POSTHORN_ALLOW_HTTP: "no" }).allowHttp).toBe(false);
});

test("the session secret comes from the master key, differs from it, and can be replaced", () => {
  const derived = parseEnv(least).nextauthSecret;
  expect(derived).toHaveLength(43);
  expect(parseEnv(least).nextauthSecret).toBe(derived);
  expect(Buffer.from(derived, "base64url")).not.toEqual(Buffer.alloc(32, 7));
  expect(parseEnv({ ...least, NEXTAUTH_SECRET: "a secret of ours" }).nextauthSecret).toBe("a secret of ours");
});

test("an empty variable counts as unset", () => {
  expect(parseEnv({ ...least, SMTP_URL: "", PORT: " ", POSTHORN_RETRY_SCHEDULE: "" })).toMatchObject({
    smtpUrl: undefined,
    port: 3000,
    retrySchedule: [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
  });
});

test("lists are comma separated, spaces allowed", () => {
  const env = parseEnv({
    ...least,
    POSTHORN_EGRESS_ALLOW: "10.0.0.0/8, fd00::/8",
    POSTHORN_EGRESS_PORTS: "9000,9001",
  });
  expect(env).toMatchObject({ egressAllow: ["10.0.0.0/8", "fd00::/8"], egressPorts: [9000, 9001] });
});

test("everything wrong is in one table: the name, what it got, what it wants", () => {
  const faults = faultsOf({
    PORT: "eighty",
    POSTHORN_RETRY_SCHEDULE: "5,soon",
    POSTHORN_EGRESS_ALLOW: "10.0.0.1/8",
  });
  for (const words of [
    /DATABASE_URL +nothing +postgres:/,
    /POSTHORN_SECRET_KEY +nothing +32 random bytes/,
    /PORT +"eighty" +a whole number from 1 to 65535/,
    /POSTHORN_RETRY_SCHEDULE +"5,soon" +up to 50 waits/,
    /POSTHORN_EGRESS_ALLOW +"10\.0\.0\.1\/8" +CIDR ranges/,
  ]) {
    expect(faults).toMatch(words);
  }
});

test("the value of a secret is never shown", () => {
  const faults = faultsOf({
    DATABASE_URL: "mysql://root:hunter2@db",
    POSTHORN_SECRET_KEY: "hunter2",
    NEXTAUTH_SECRET: "hunter2",
    SMTP_URL: "http://mail:hunter2@host",
    POSTHORN_METRICS_TOKEN: "hunter2",
  });
  expect(faults).not.toContain("hunter2");
  expect(faults).toMatch(/POSTHORN_SECRET_KEY +7 characters/);
});

test("settings that belong together are asked for together", () => {
  expect(faultsOf({ ...least, GITHUB_CLIENT_ID: "abc" })).toMatch(
    /GITHUB_CLIENT_SECRET +nothing +set together with/,
  );
  expect(faultsOf({ ...least, OIDC_ISSUER: "https://id.example.com" })).toMatch(/OIDC_CLIENT_ID/);
  expect(faultsOf({ ...least, POSTHORN_LEASE_MS: "15000" })).toMatch(/more than POSTHORN_ATTEMPT_TIMEOUT_MS/);
});

test(".env.example explains every variable there is, and no other", async () => {
  const example = await readFile(".env.example", "utf8");
  const explained = [...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]);
  expect(explained.toSorted()).toEqual(Object.keys(variables.shape).toSorted());
});

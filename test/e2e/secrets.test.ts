import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { startApp } from "#test/support/app-server.ts";
import { dumpDatabase } from "#test/support/database-dump.ts";
import { createOidcProvider } from "#test/support/oidc-provider.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { formsOf } from "#test/support/secret-forms.ts";
import { Given, walk } from "./secrets-journey.ts";

const given = new Given();
let logs: readonly string[];
let dump: readonly string[];

beforeAll(async () => {
  const [provider, receiver] = [await createOidcProvider(), await createReceiver()];
  const app = await startApp({
    env: {
      LOG_LEVEL: "trace",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: "posthorn",
      OIDC_CLIENT_SECRET: given.secret("OAuth client secret"),
      GITHUB_CLIENT_ID: "posthorn",
      GITHUB_CLIENT_SECRET: given.secret("second OAuth client secret"),
      NEXTAUTH_SECRET: given.secret("session secret"),
      POSTHORN_METRICS_TOKEN: given.secret("metrics token"),
    },
  });
  given.secret("master key", env().secretKey.toString("base64"));
  given.secret("database password", new URL(env().databaseUrl).password);
  await walk({ given, url: app.url, receiver, provider });
  dump = await dumpDatabase();
  await app.stop();
  logs = [...app.web.lines, ...app.worker.lines];
  await Promise.all([provider.close(), receiver.close()]);
});
afterAll(closeDatabases);

/** Where any form of the secret stands: the beginnings of those lines. */
function placesOf(secret: string, lines: readonly string[]): string[] {
  const forms = formsOf(secret);
  return lines.filter((line) => forms.some((form) => line.includes(form))).map((line) => line.slice(0, 200));
}

describe("the search", () => {
  test("finds a secret however it is written", () => {
    const secret = "whsec_c2VjcmV0IG9mIHR3ZW50eS1mb3VyIGJ5dGVzIQ==";
    const key = Buffer.from(secret.slice(6), "base64");
    const lines = [
      `{"secret":"${secret}"}`,
      `?secret=${encodeURIComponent(secret)}`,
      `\\x${key.toString("hex")}`,
      ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}z`).toString("base64")),
      ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}z`).toString("base64url")),
    ];
    expect(placesOf(secret, lines)).toHaveLength(lines.length);
    expect(placesOf(secret, ["whsec_", "secret of"])).toEqual([]);
  });

  test("looks through a whole journey", () => {
    expect(given.secrets.size).toBeGreaterThan(25);
    expect(dump.filter((line) => line.includes("ada@secrets.example")).length).toBeGreaterThan(3);
    expect(dump.some((line) => line.startsWith("pgboss."))).toBe(true);
    for (const [name, payload] of given.payloads)
      expect([name, placesOf(payload, dump).length > 0]).toEqual([
        name,
        !/broken|refused|searched/.test(name),
      ]);
    for (const level of ["debug", "info", "warn", "error"])
      expect(
        logs.some((line) => line.includes(`"level":"${level}"`)),
        level,
      ).toBe(true);
  });
});

test("no secret stands in the database, in any table or form", () => {
  const found = [...given.secrets].map(([name, secret]) => [name, placesOf(secret, dump)] as const);
  expect(found.filter(([, places]) => places.length > 0)).toEqual([]);
});

test("no secret and no payload stands in a log, however much is logged", () => {
  const found = [...given.secrets, ...given.payloads].map(
    ([name, text]) => [name, placesOf(text, logs)] as const,
  );
  expect(found.filter(([, places]) => places.length > 0)).toEqual([]);
});

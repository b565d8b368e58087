import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { startApp } from "#test/support/app-server.ts";
import { dumpDatabase } from "#test/support/database-dump.ts";
import { createOidcProvider } from "#test/support/oidc-provider.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { formsOf } from "#test/support/secret-forms.ts";
import { createSmtpServer } from "#test/support/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { Given } from "./secrets-given.ts";
import { walk } from "./secrets-journey.ts";

const given = new Given();
let logs: readonly string[];
let dump: readonly string[];

beforeAll(async () => {
  const [provider, receiver] = [await createOidcProvider(), await createReceiver()];
  const mail = await createSmtpServer();
  const mailPassword = given.secret("password of the mail server");
  const login = Buffer.from(`\0posthorn\0${mailPassword}`).toString("base64");
  mail.logins.push(`535 no such login: ${login}`, "454 later");
  // What refuses a credential may repeat it.
  const collector = await createReceiver(({ headers }) => ({ status: 401, body: `${headers["api-key"]}` }));
  const app = await startApp({
    env: {
      LOG_LEVEL: "trace",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: "posthorn",
      OIDC_CLIENT_SECRET: given.secret("OAuth client secret"),
      GITHUB_CLIENT_ID: "posthorn",
      GITHUB_CLIENT_SECRET: given.secret("second OAuth client secret"),
      GOOGLE_CLIENT_ID: "posthorn",
      GOOGLE_CLIENT_SECRET: given.secret("third OAuth client secret"),
      SMTP_URL: mail.url.replace("//", `//posthorn:${mailPassword}@`),
      POSTHORN_SECRET_KEY_PREVIOUS: given.secret("former master key", randomBytes(32).toString("base64")),
      OTEL_EXPORTER_OTLP_ENDPOINT: new URL(collector.url).origin,
      OTEL_BSP_SCHEDULE_DELAY: "100",
      OTEL_EXPORTER_OTLP_HEADERS: `api-key=${given.secret("key of the trace collector")}`,
      NEXTAUTH_SECRET: given.secret("session secret"),
      POSTHORN_METRICS_TOKEN: given.secret("metrics token"),
    },
  });
  given.secret("master key", env().secretKey.toString("base64"));
  given.secret("database password", new URL(env().databaseUrl).password);
  await walk({ given, url: app.url, receiver, provider });
  await waitFor("an e-mail at the mail server", () => mail.messages.length > 0);
  dump = await dumpDatabase();
  await app.stop();
  logs = [...app.web.lines, ...app.worker.lines];
  await Promise.all([provider, receiver, mail, collector].map((one) => one.close()));
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
    expect(given.secrets.size).toBeGreaterThan(60);
    for (const fault of ["refused the login of SMTP_URL", '"msg":"traces"'])
      expect(logs.filter((line) => line.includes(fault)).length, fault).toBeGreaterThan(0);
    expect(dump.filter((line) => line.includes("ada@secrets.example")).length).toBeGreaterThan(3);
    expect(dump.some((line) => line.startsWith("pgboss."))).toBe(true);
    for (const [name, payload] of given.payloads)
      expect([name, placesOf(payload, dump).length > 0]).toEqual([
        name,
        !/broken|refused|searched|missing/.test(name),
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

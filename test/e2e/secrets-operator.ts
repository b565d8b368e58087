import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { env } from "#lib/env.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { testSettings } from "#test/support/settings.ts";
import type { Given } from "./secrets-given.ts";

const run = promisify(execFile);

/** Makes a first key and a link for who forgot their password at the command line, and uses both. */
export async function walkAsOperator(given: Given, url: string): Promise<void> {
  const email = "operator@secrets.example";
  const password = given.secret("password given to bootstrap");
  const { apiKey } = await bootstrap(testSettings(env().databaseUrl), {
    email,
    password,
    tenant: "Operator",
  });
  await new Producer(url, given.secret("API key of bootstrap", apiKey)).call("GET", "/me");
  const { stdout } = await run(process.execPath, ["prisma/reset-password.ts", "--email", email]);
  const token = given.secret("reset token of an operator", /\/reset-password\/(\S+)/.exec(stdout)?.[1] ?? "");
  await fetch(`${url}/reset-password/${token}`);
}

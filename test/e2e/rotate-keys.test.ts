import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { startApp } from "#test/support/app-server.ts";
import { Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

const run = promisify(execFile);
const present = randomBytes(32).toString("base64");

let tenant: TestTenant;
let receiver: Receiver;
beforeAll(async () => {
  tenant = await createTenantForTest();
  receiver = await createReceiver();
});
afterAll(async () => {
  await receiver.close();
  await closeDatabases();
});

test("the master key is replaced while web and worker run, and the former one is needed no more", async () => {
  // What this process seals is under the former key.
  const headers = { "X-Token": "header value" };
  const { id, secret } = (await tenant.request("POST", "/endpoints", { url: receiver.url, headers })).body;
  const apiKey = await tenant.apiKey();
  const former = env().secretKey.toString("base64");
  const both = { POSTHORN_SECRET_KEY: present, POSTHORN_SECRET_KEY_PREVIOUS: former };
  {
    await using app = await startApp({ env: both });
    const rotating = rotateKeys(both);
    let isOver = false;
    const sending = sendUntil(new Producer(app.url, apiKey), () => isOver);
    expect(await rotating).toContain("Done: former keys can go");
    isOver = true;
    await receiver.waitFor(await sending);
  }
  await expect(rotateKeys({ POSTHORN_SECRET_KEY: former })).rejects.toThrow("The key is missing");

  await using app = await startApp({ env: { POSTHORN_SECRET_KEY: present } });
  const producer = new Producer(app.url, apiKey);
  expect((await producer.call<{ secret: string }>("GET", `/endpoints/${id}/secret`)).body.secret).toBe(
    secret,
  );
  const seen = receiver.requests.length;
  await producer.call("POST", "/events", { type: "after.rotation", data: {} });
  const all = await receiver.waitFor(seen + 1);
  for (const request of all) {
    expect(request.headers["x-token"]).toBe("header value");
    new Webhook(secret).verify(request.body.toString(), request.headers);
  }
});

async function rotateKeys(keys: Record<string, string>): Promise<string> {
  const settings = { ...process.env, ...testSettings(process.env.DATABASE_URL ?? ""), ...keys };
  return (await run("npm", ["run", "--silent", "keys:rotate"], { env: settings })).stdout;
}

/** Posts events one after the other until told to stop; answers how many were taken. */
async function sendUntil(producer: Producer, isOver: () => boolean): Promise<number> {
  let count = 0;
  for (; !isOver(); count += 1)
    expect((await producer.call("POST", "/events", { type: "a.b", data: { count } })).status).toBe(202);
  return count;
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { startApp, startWeb, startWorker } from "#test/support/app-server.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { waitFor } from "#test/support/wait-for.ts";

const env = { POSTHORN_LEASE_MS: "3000", POSTHORN_ATTEMPT_TIMEOUT_MS: "2000" };
let apiKey: string;
let receiver: Receiver;

beforeAll(async () => {
  apiKey = (await bootstrap(testSettings(process.env.DATABASE_URL ?? ""))).apiKey;
  receiver = await createReceiver();
});

afterAll(async () => {
  await receiver.close();
  await closeDatabases();
});

async function createEndpoint(producer: Producer, settings: Record<string, unknown>): Promise<string> {
  const { body } = await producer.call<{ id: string }>("POST", "/endpoints", {
    url: receiver.url,
    ...settings,
  });
  return body.id;
}

function statusOf(producer: Producer, endpointId: string, status: string) {
  return waitFor(
    `a ${status} delivery`,
    async () =>
      (await producer.call<{ data: unknown[] }>("GET", `/deliveries?endpoint=${endpointId}&status=${status}`))
        .body.data.length > 0,
    { timeoutMs: 60_000 },
  );
}

describe("kill -9", () => {
  test("of the worker in mid-delivery: it is delivered again within a minute under the same webhook-id", async () => {
    await using app = await startApp({ env });
    const producer = new Producer(app.url, apiKey);
    const endpointId = await createEndpoint(producer, { eventTypes: ["crash.worker"] });
    receiver.answerNext({ hang: true });
    const { body } = await producer.call<{ id: string }>("POST", "/events", {
      type: "crash.worker",
      data: {},
    });
    await receiver.next();
    await app.worker.kill("SIGKILL");
    const worker = startWorker({ env });
    const again = await receiver.next(60_000);
    expect(again.id).toBe(body.id);
    await statusOf(producer, endpointId, "delivered");
    await worker.stop();
  });

  test("of web right after a 202: the event is there", async () => {
    const web = await startWeb({ env });
    const { status, body } = await new Producer(web.url, apiKey).call<{ id: string }>("POST", "/events", {
      type: "crash.web",
      data: { n: 1 },
    });
    await web.process.kill("SIGKILL");
    expect(status).toBe(202);
    const { rows } = await pool().query("SELECT data FROM events WHERE id = $1", [
      fromPublicId("event", body.id),
    ]);
    expect(rows).toEqual([{ data: '{"n":1}' }]);
  });
});

describe("a graceful stop", () => {
  test("lets the worker finish and record what is in flight, and exits 0", async () => {
    await using app = await startApp({ env });
    const producer = new Producer(app.url, apiKey);
    const endpointId = await createEndpoint(producer, { eventTypes: ["stop.worker"] });
    receiver.answerNext({ delayMs: 700 });
    const seen = receiver.requests.length;
    await producer.call("POST", "/events", { type: "stop.worker", data: {} });
    await receiver.waitFor(seen + 1);
    expect(await app.worker.stop()).toBe(0);
    await statusOf(producer, endpointId, "delivered");
    expect(receiver.requests).toHaveLength(seen + 1);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { deliveriesOf, insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { sweep } from "#worker/sweep.ts";

let worker: RunningWorker;
let receiver: Receiver;
let tenant: TenantRows;

beforeAll(async () => {
  worker = await runWorker();
});

beforeEach(async () => {
  receiver = await createReceiver();
  tenant = await insertTenant();
});

afterEach(() => receiver.close());

afterAll(async () => {
  await worker.stop();
  await closeDatabases();
});

function post(count: number) {
  const text = '{"type":"invoice.paid","data":{}}';
  return Promise.all(
    Array.from({ length: count }, () =>
      acceptEvent(tenant.ctx, { body: { type: "invoice.paid", data: {} }, text }),
    ),
  );
}

async function countOf(status: string): Promise<number> {
  return (await deliveriesOf(tenant)).filter((delivery) => delivery.status === status).length;
}

function healthOf(endpointId: string) {
  return prisma().endpointHealth.findUniqueOrThrow({ where: { endpointId } });
}

test("a rate limit holds from the first request to the last, and all is delivered in the end", async () => {
  await insertEndpoint(tenant, { url: receiver.url, rateLimit: 10 });
  const postedAt = Date.now();
  await post(35);
  await waitFor("all delivered", async () => (await countOf("delivered")) === 35);
  const times = receiver.requests.map((request) => request.at.getTime()).sort((a, b) => a - b);
  for (const [before, time] of times.entries()) {
    // A full bucket of one second goes at once; each one after it waits for its tenth of a second.
    expect(time - postedAt).toBeGreaterThanOrEqual((before - 10) * 100);
  }
});

describe("a circuit breaker", () => {
  async function trip() {
    receiver.answerAll(() => ({ status: 500 }));
    const endpoint = await insertEndpoint(tenant, {
      url: receiver.url,
      maxInFlight: 20,
      retrySchedule: [3_600],
    });
    await post(20);
    await waitFor("the breaker to open", async () => (await healthOf(endpoint.id)).openUntil);
    await waitFor("the first attempts to settle", async () => (await countOf("retrying")) === 20);
    return endpoint.id;
  }

  /** Lets the pause be over, as if its gap had passed. */
  async function endPause(endpointId: string) {
    await pool().query(
      "UPDATE endpoint_health SET open_until = now() - interval '1 ms' WHERE endpoint_id = $1",
      [endpointId],
    );
    await sweep(worker.lanes);
  }

  test("pauses a lane that mostly fails; what waits keeps its place", async () => {
    await trip();
    const seen = receiver.requests.length;
    await post(5);
    await sweep(worker.lanes);
    expect(await countOf("pending")).toBe(5);
    expect(receiver.requests).toHaveLength(seen);
  });

  test("lets one probe through and doubles its gap when that fails", async () => {
    const endpointId = await trip();
    const seen = receiver.requests.length;
    await post(5);
    await endPause(endpointId);
    await waitFor("the probe to fail", async () => (await healthOf(endpointId)).failedProbes === 1);
    expect(receiver.requests).toHaveLength(seen + 1);
    const { openUntil } = await healthOf(endpointId);
    expect(Number(openUntil) - Date.now()).toBeGreaterThan(15_000);
    expect(await countOf("pending")).toBe(4);
  });

  test("opens the lane again with the first probe that is delivered", async () => {
    const endpointId = await trip();
    await post(5);
    receiver.answerAll(() => ({}));
    await endPause(endpointId);
    await waitFor("all new ones delivered", async () => (await countOf("delivered")) === 5);
    expect(await healthOf(endpointId)).toMatchObject({
      openUntil: null,
      failedProbes: 0,
      failingSince: null,
    });
  });

  test("stays closed while most attempts succeed", async () => {
    receiver.answerAll((_, call) => ({ status: call % 4 === 0 ? 500 : 200 }));
    const endpoint = await insertEndpoint(tenant, { url: receiver.url, retrySchedule: [3_600] });
    await post(40);
    await waitFor(
      "all settled",
      async () => (await countOf("delivered")) + (await countOf("retrying")) === 40,
    );
    expect((await healthOf(endpoint.id)).openUntil).toBeNull();
  });
});

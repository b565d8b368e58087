import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { type RawReceiver, startRawReceiver } from "#test/lib/delivery/raw-receiver.ts";
import { createReceiver } from "#test/support/receiver.ts";
import {
  attemptsOf,
  type DeliveryState,
  deliveriesOf,
  insertEndpoint,
  insertTenant,
  type TenantRows,
} from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { answers, type BadReceiver } from "./malice/bad-receiver.ts";
import { authority, brokenTls } from "./malice/broken-tls.ts";
import { bombs, malformed } from "./malice/malformed.ts";
import { redirecting, retryAfters } from "./malice/misleading.ts";
import { stalling } from "./malice/stalling.ts";

let worker: RunningWorker;
let tenant: TenantRows;
let receivers: RawReceiver[];

beforeAll(async () => {
  setDefaultCACertificates([...getCACertificates("default"), authority.cert]);
  worker = await runWorker();
});

beforeEach(async () => {
  tenant = await insertTenant();
  receivers = [];
});

afterEach(() => Promise.all(receivers.map((receiver) => receiver[Symbol.asyncDispose]())));

afterAll(async () => {
  await worker.stop();
  await closeDatabases();
});

/** An endpoint at the receiver, which retries tomorrow at the earliest: what is seen is the first attempt. */
async function endpointAt(
  bad: BadReceiver,
  { scheme = "http", retrySchedule = [86_400], timeoutSeconds = 4 } = {},
) {
  const receiver = await startRawReceiver(bad.options);
  receivers.push(receiver);
  const url = `${scheme}://127.0.0.1:${receiver.port}/hook`;
  const endpoint = await insertEndpoint(tenant, {
    url,
    retrySchedule,
    timeoutSeconds,
    eventTypes: ["bad"],
  });
  return { ...bad, receiver, endpointId: endpoint.id };
}

function post(type: string) {
  return acceptEvent(tenant.ctx, { body: { type, data: {} }, text: `{"type":"${type}","data":{}}` });
}

/** The deliveries by endpoint, once every first attempt is over. */
async function settledByEndpoint(count: number): Promise<Map<string, DeliveryState>> {
  const found = await waitFor(
    "every attempt to be over",
    async () => {
      const all = await deliveriesOf(tenant);
      return (
        all.length === count && all.every(({ status }) => !["pending", "sending"].includes(status)) && all
      );
    },
    { timeoutMs: 15_000 },
  );
  return new Map(found.map((delivery) => [delivery.endpoint_id, delivery]));
}

/** What was recorded of the one attempt at each receiver, by its name. */
async function recordedAt(bad: Awaited<ReturnType<typeof endpointAt>>[]) {
  const deliveries = await settledByEndpoint(bad.length);
  return Promise.all(
    bad.map(async ({ name, endpointId }) => {
      const delivery = deliveries.get(endpointId);
      const attempts = await attemptsOf(delivery?.id ?? "");
      return [name, delivery?.status, ...attempts.map(({ number, error_kind }) => `${number} ${error_kind}`)];
    }),
  );
}

function expectedOf({ name, kind }: BadReceiver) {
  return [name, kind === null ? "delivered" : "retrying", `1 ${kind}`];
}

describe("one attempt is recorded, of the right kind, at a receiver", () => {
  test("that misbehaves in plain HTTP", { timeout: 40_000 }, async () => {
    const bad = await Promise.all([...stalling, ...malformed, ...redirecting].map((one) => endpointAt(one)));
    await post("bad");
    expect(await recordedAt(bad)).toEqual(bad.map(expectedOf));
    const asked = bad.filter(({ receiver }) => receiver.requests.length !== 1).map(({ name }) => name);
    expect(asked).toEqual(["does not read"]);
    expect(bad.every(({ receiver }) => receiver.connections === 1)).toBe(true);
    const { rows } = await pool().query(
      "SELECT max(length(response_body)) AS longest FROM attempts WHERE tenant_id = $1",
      [tenant.tenantId],
    );
    expect(rows).toEqual([{ longest: env().maxResponseBytes }]);
  });

  test("whose TLS is broken, and none of the request goes there", async () => {
    const bad = await Promise.all(brokenTls.map((one) => endpointAt(one, { scheme: "https" })));
    await post("bad");
    expect(await recordedAt(bad)).toEqual(bad.map(expectedOf));
    expect(bad.filter(({ receiver }) => receiver.requests.length > 0)).toEqual([]);
  });
});

test("a healthy endpoint gets everything while the bad ones still hang", async () => {
  const hanging = [...stalling, ...brokenTls].filter(({ hangs }) => hangs);
  await Promise.all(
    hanging.map((one) => {
      const scheme = brokenTls.includes(one) ? "https" : "http";
      return endpointAt(one, { scheme, timeoutSeconds: 20 });
    }),
  );
  await using healthy = await createReceiver();
  const { id } = await insertEndpoint(tenant, { url: healthy.url, eventTypes: ["good"] });
  await post("bad");
  await waitFor("the bad ones to be under way", async () =>
    (await deliveriesOf(tenant)).every(({ status }) => status === "sending"),
  );
  await Promise.all(Array.from({ length: 20 }, () => post("good")));
  const found = await waitFor("all good ones", async () => {
    const all = await deliveriesOf(tenant);
    const good = all.filter(({ endpoint_id }) => endpoint_id === id);
    return good.length === 20 && good.every(({ status }) => status === "delivered") && all;
  });
  const bad = found.filter(({ endpoint_id }) => endpoint_id !== id).map(({ status }) => status);
  expect(bad).toEqual(hanging.map(() => "sending"));
});

test("an extra answer sent along is never taken for the answer to the next delivery", async () => {
  const head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  const smuggled = "HTTP/1.1 204 Smuggled\r\n\r\n";
  const { endpointId } = await endpointAt(answers("answers twice", null, head + smuggled));
  for (let nth = 1; nth <= 5; nth += 1) {
    await post("bad");
    await waitFor("the delivery", async () => {
      const all = await deliveriesOf(tenant);
      return all.length === nth && all.every(({ status }) => status === "delivered");
    });
  }
  const { rows } = await pool().query("SELECT response_status FROM attempts WHERE endpoint_id = $1", [
    endpointId,
  ]);
  expect(rows).toEqual(Array.from({ length: 5 }, () => ({ response_status: 200 })));
});

test("a compressed answer is kept as it came, never inflated", async () => {
  for (const bad of malformed.filter(({ name }) => name.includes("bomb"))) await endpointAt(bad);
  await post("bad");
  await settledByEndpoint(2);
  const { rows } = await pool().query<{ response_body: Buffer }>(
    "SELECT response_body FROM attempts WHERE tenant_id = $1",
    [tenant.tenantId],
  );
  const kept = rows.map(({ response_body }) => response_body.toString("hex")).toSorted();
  const cut = Object.values(bombs).map((bomb) => bomb.subarray(0, env().maxResponseBytes).toString("hex"));
  expect(kept).toEqual(cut.toSorted());
});

test("an absurd Retry-After neither hurries nor stops the retries, nor the lane", async () => {
  const bad = await Promise.all(
    retryAfters.map(({ status, value }) => {
      const text = `HTTP/1.1 ${status} Later\r\nRetry-After: ${value}\r\nContent-Length: 0\r\n\r\n`;
      return endpointAt(answers(`${status} ${value}`, status === 429 ? "throttled" : "http_5xx", text), {
        retrySchedule: [100],
      });
    }),
  );
  await post("bad");
  expect(await recordedAt(bad)).toEqual(bad.map(expectedOf));
  const { rows } = await pool().query<{ endpoint_id: string; seconds: number; rest: number }>(
    `SELECT endpoint_id, extract(epoch FROM next_attempt_at - now())::float8 AS seconds,
            extract(epoch FROM throttled_until - now())::float8 AS rest
       FROM deliveries JOIN endpoint_health USING (endpoint_id) WHERE tenant_id = $1`,
    [tenant.tenantId],
  );
  for (const [index, { least, most }] of retryAfters.entries()) {
    const row = rows.find(({ endpoint_id }) => endpoint_id === bad[index]?.endpointId);
    expect(row?.seconds).toBeGreaterThan(least * 0.9 - 15);
    expect(row?.seconds).toBeLessThanOrEqual(most * 1.1);
    expect(row?.rest).toBeLessThanOrEqual(86_400);
  }
});

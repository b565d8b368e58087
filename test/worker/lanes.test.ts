import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { watchAlerts } from "#lib/alerts/watch.ts";
import { closeDatabases, prisma } from "#lib/db.ts";
import { newSecret } from "#lib/delivery/sign.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { newId } from "#lib/ids.ts";
import { seal } from "#lib/vault.ts";
import { createReceiver, type Received, type Receiver } from "#test/support/receiver.ts";
import {
  attemptsOf,
  deliveriesOf,
  insertEndpoint,
  insertTenant,
  type TenantRows,
} from "#test/support/rows.ts";
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

function post(data = '{"b":1.0,"n":12345678901234567890}', type = "invoice.paid") {
  return acceptEvent(tenant.ctx, { body: { type, data: {} }, text: `{"type":"${type}","data":${data}}` });
}

function verify(secret: string, request: Received) {
  return new Webhook(secret).verify(request.body.toString(), request.headers);
}

function settled(...statuses: string[]) {
  return waitFor(`deliveries ${statuses}`, async () => {
    const found = await deliveriesOf(tenant);
    return JSON.stringify(found.map((delivery) => delivery.status)) === JSON.stringify(statuses) && found;
  });
}

describe("a delivery", () => {
  test("arrives signed, verified by the official library, its data byte for byte", async () => {
    const endpoint = await insertEndpoint(tenant, {
      url: receiver.url,
      headers: { "x-api-token": "s3cret" },
    });
    const accepted = await post();
    const request = await receiver.next();
    expect(verify(endpoint.secret, request)).toMatchObject({
      type: "invoice.paid",
      timestamp: accepted.timestamp,
    });
    expect(request.body.toString()).toBe(
      `{"type":"invoice.paid","timestamp":"${accepted.timestamp}","data":{"b":1.0,"n":12345678901234567890}}`,
    );
    expect(request.headers).toMatchObject({ "webhook-id": accepted.id, "x-api-token": "s3cret" });
    const [delivery] = await settled("delivered");
    const [attempt] = await attemptsOf(delivery?.id ?? "");
    expect(attempt).toMatchObject({ number: 1, response_status: 200, error_kind: null });
    expect(attempt?.response_body?.toString()).toBe("ok");
    expect(JSON.stringify(attempt?.request_headers)).not.toContain("s3cret");
  });

  test("of the format data carries the data alone", async () => {
    const endpoint = await insertEndpoint(tenant, { url: receiver.url, payloadFormat: "data" });
    await post('{"a": 1.50}');
    const request = await receiver.next();
    expect(request.body.toString()).toBe('{"a": 1.50}');
    expect(verify(endpoint.secret, request)).toEqual({ a: 1.5 });
  });

  test("that fails is retried by the schedule with the same id and bytes, a new timestamp, and then delivered", async () => {
    await insertEndpoint(tenant, { url: receiver.url, retrySchedule: [1, 1] });
    receiver.answerNext({ status: 500, body: "boom" }, { reset: true });
    await post();
    const [delivery] = await settled("delivered");
    const requests = await receiver.waitFor(3);
    expect(new Set(requests.map((request) => request.id)).size).toBe(1);
    expect(new Set(requests.map((request) => request.body.toString())).size).toBe(1);
    const attempts = await attemptsOf(delivery?.id ?? "");
    expect(attempts.map((attempt) => [attempt.number, attempt.error_kind])).toEqual([
      [1, "http_5xx"],
      [2, "protocol"],
      [3, null],
    ]);
  });

  test("is failed when its schedule is spent", async () => {
    await insertEndpoint(tenant, { url: receiver.url, retrySchedule: [1] });
    receiver.answerAll(() => ({ status: 404 }));
    await post();
    const [delivery] = await settled("failed");
    expect(delivery).toMatchObject({
      attempt_count: 2,
      last_error_kind: "http_4xx",
      last_response_status: 404,
      next_attempt_at: null,
    });
  });

  test("answered 410 disables its endpoint, cancels what waits and tells the owners", async () => {
    const user = await prisma().user.create({
      data: { id: newId(), email: `${newId()}@example.com`, name: "Owner" },
    });
    await prisma().member.create({ data: { tenantId: tenant.tenantId, userId: user.id, role: "owner" } });
    const endpoint = await insertEndpoint(tenant, { url: receiver.url, maxInFlight: 1 });
    receiver.answerAll(() => ({ status: 410, delayMs: 150 }));
    await Promise.all([post(), post(), post()]);
    const found = await waitFor("nothing open", async () => {
      const all = await deliveriesOf(tenant);
      return all.length === 3 && all.every(({ status }) => ["failed", "canceled"].includes(status)) && all;
    });
    expect(found.map(({ status }) => status)).toContain("canceled");
    expect(await prisma().endpoint.findUnique({ where: { id: endpoint.id } })).toMatchObject({
      state: "disabled",
      disabledReason: "gone",
    });
    await watchAlerts();
    expect(await prisma().alert.findMany({ where: { endpointId: endpoint.id } })).toContainEqual(
      expect.objectContaining({ cause: "endpoint.disabled" }),
    );
    expect(
      await prisma().email.count({ where: { tenantId: tenant.tenantId, recipient: user.email ?? "" } }),
    ).toBe(1);
  });

  test("waits while its endpoint is paused", async () => {
    const paused = await insertEndpoint(tenant, { url: receiver.url, state: "paused" });
    const enabled = await insertEndpoint(tenant, { url: receiver.url });
    await post();
    await waitFor("the enabled one to be delivered", async () =>
      (await deliveriesOf(tenant)).some(
        ({ endpoint_id, status }) => endpoint_id === enabled.id && status === "delivered",
      ),
    );
    const waiting = (await deliveriesOf(tenant)).find(({ endpoint_id }) => endpoint_id === paused.id);
    expect(waiting).toMatchObject({ status: "pending", attempt_count: 0 });
  });
});

describe("a lane", () => {
  test("never has more requests under way than maxInFlight allows", async () => {
    let underWay = 0;
    let most = 0;
    receiver.answerAll(() => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
      }, 25);
      return { delayMs: 30 };
    });
    await insertEndpoint(tenant, { url: receiver.url, maxInFlight: 3 });
    await Promise.all(Array.from({ length: 20 }, () => post()));
    await settled(...Array.from({ length: 20 }, () => "delivered"));
    expect(most).toBe(3);
  });

  test("rests as long as a Retry-After asks, for every delivery of the endpoint", async () => {
    const endpoint = await insertEndpoint(tenant, { url: receiver.url });
    receiver.answerAll(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    await post();
    await settled("retrying");
    await post();
    await sweep(worker.lanes);
    const other = await insertEndpoint(tenant, {
      url: receiver.url.replace("/hook", "/other"),
      eventTypes: ["other"],
    });
    receiver.answerAll(() => ({}));
    await post("{}", "other");
    await waitFor("the other lane", async () =>
      (await deliveriesOf(tenant)).some(
        ({ endpoint_id, status }) => endpoint_id === other.id && status === "delivered",
      ),
    );
    expect(receiver.requests.filter(({ path }) => path === "/hook")).toHaveLength(1);
    const health = await prisma().endpointHealth.findUniqueOrThrow({ where: { endpointId: endpoint.id } });
    expect(Number(health.throttledUntil) - Date.now()).toBeGreaterThan(3_500_000);
  });

  test("signs with every secret that is valid and no other", async () => {
    const endpoint = await insertEndpoint(tenant, { url: receiver.url });
    const [valid, expired] = [newSecret(), newSecret()];
    for (const [secret, hours] of [
      [valid, 1],
      [expired, -1],
    ] as const) {
      const id = newId();
      const sealed = new Uint8Array(seal(secret, `${tenant.tenantId}:endpoint_secrets:${id}`));
      await prisma().endpointSecret.create({
        data: { id, endpointId: endpoint.id, sealed, expiresAt: new Date(Date.now() + hours * 3_600_000) },
      });
    }
    await post();
    const request = await receiver.next();
    expect(request.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    expect(() => verify(endpoint.secret, request)).not.toThrow();
    expect(() => verify(valid, request)).not.toThrow();
    expect(() => verify(expired, request)).toThrow();
  });
});

test("a tenant whose receivers all hang leaves room for the others", async () => {
  receiver.answerAll(() => ({ hang: true }));
  for (let n = 0; n < 20; n += 1) await insertEndpoint(tenant, { url: receiver.url });
  await Promise.all(Array.from({ length: 16 }, () => post()));
  await waitFor("a hundred hanging requests", async () => receiver.requests.length >= 100);

  const quick = await createReceiver();
  const other = await insertTenant();
  await insertEndpoint(other, { url: quick.url });
  await acceptEvent(other.ctx, { body: { type: "a", data: {} }, text: '{"type":"a","data":{}}' });
  await quick.next();
  await waitFor("its delivery", async () =>
    (await deliveriesOf(other)).every((row) => row.status === "delivered"),
  );
  const stuck = (await deliveriesOf(tenant)).filter((row) => row.status === "sending");
  expect(stuck.length).toBeGreaterThanOrEqual(100);
  await quick.close();
});

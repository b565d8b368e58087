import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { acceptEvent, fingerprintOfEvents } from "#lib/events/accept.ts";
import { acceptBatch } from "#lib/events/accept-batch.ts";
import { fromPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { deliveriesOf, insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

let acme: TenantRows;

beforeAll(async () => {
  acme = await insertTenant();
});

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

function post(tenant: TenantRows, body: Record<string, unknown>, key?: string) {
  const event = { type: "invoice.paid", data: {}, ...body } as {
    type: string;
    data: Record<string, unknown>;
  };
  const text = JSON.stringify(event);
  const idempotency =
    key === undefined ? {} : { idempotency: { key, fingerprint: fingerprintOfEvents(text) } };
  return acceptEvent(tenant.ctx, { body: event, text, ...idempotency });
}

function postBatch(tenant: TenantRows, events: unknown[], idempotencyKey?: string) {
  const body = { events };
  return acceptBatch(tenant.ctx, { body, text: JSON.stringify(body), idempotencyKey });
}

async function countEvents(tenant: TenantRows): Promise<number> {
  const { rows } = await pool().query("SELECT count(*)::int AS count FROM events WHERE tenant_id = $1", [
    tenant.tenantId,
  ]);
  return rows[0].count;
}

describe("an accepted event", () => {
  test("is stored with its data byte for byte", async () => {
    const text = '{"type":"a.b","data":{"b":1.0,"n":12345678901234567890, "s":"\\u0000\\ud800"}}';
    const accepted = await acceptEvent(acme.ctx, { body: { type: "a.b", data: {} }, text });
    const { rows } = await pool().query("SELECT data FROM events WHERE id = $1", [
      fromPublicId("event", accepted.id),
    ]);
    expect(rows[0].data).toBe('{"b":1.0,"n":12345678901234567890, "s":"\\u0000\\ud800"}');
  });

  test("has exactly the deliveries that the subscriptions of that moment require", async () => {
    const tenant = await insertTenant();
    const other = await insertTenant();
    const exact = await insertEndpoint(tenant, { eventTypes: ["invoice.paid", "invoice.*", "*"] });
    const prefix = await insertEndpoint(tenant, { eventTypes: ["invoice.*"] });
    const paused = await insertEndpoint(tenant, { state: "paused" });
    const disabled = await insertEndpoint(tenant, { state: "disabled" });
    await insertEndpoint(tenant, { eventTypes: ["invoice.paid.twice", "invoices.*"] });
    await insertEndpoint(tenant, { channels: ["eu"] });
    await insertEndpoint(other);
    await post(tenant, {});
    const found = (await deliveriesOf(tenant)).map((delivery) => [delivery.endpoint_id, delivery.status]);
    expect(new Map(found as [string, string][])).toEqual(
      new Map([
        [exact.id, "pending"],
        [prefix.id, "pending"],
        [paused.id, "pending"],
        [disabled.id, "canceled"],
      ]),
    );
    expect(found).toHaveLength(4);
    expect(await deliveriesOf(other)).toEqual([]);
  });

  test("goes by channel to those who listen on it or on all", async () => {
    const tenant = await insertTenant();
    const eu = await insertEndpoint(tenant, { channels: ["eu"] });
    const all = await insertEndpoint(tenant);
    await insertEndpoint(tenant, { channels: ["us"] });
    await post(tenant, { channels: ["eu"] });
    expect((await deliveriesOf(tenant)).map((delivery) => delivery.endpoint_id).sort()).toEqual(
      [eu.id, all.id].sort(),
    );
  });

  test("goes to the endpoints of its application alone, named by uid", async () => {
    const tenant = await insertTenant();
    const application = await prisma().application.create({
      data: { id: randomUUID(), tenantId: tenant.tenantId, uid: "customer-1", name: "Customer" },
    });
    const theirs = await insertEndpoint(tenant, { applicationId: application.id });
    await insertEndpoint(tenant);
    await post(tenant, { application: "customer-1" });
    expect((await deliveriesOf(tenant)).map((delivery) => delivery.endpoint_id)).toEqual([theirs.id]);
  });

  test("with an unknown application is refused and leaves nothing behind", async () => {
    const tenant = await insertTenant();
    await expect(post(tenant, { application: "nobody", id: "x-1" })).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(await countEvents(tenant)).toBe(0);
    await expect(post(tenant, { id: "x-1" })).resolves.toMatchObject({ type: "invoice.paid" });
  });

  test("of many subscribers is expanded by a job from the committed row, once", async () => {
    const tenant = await insertTenant();
    await pool().query(
      `WITH made AS (
         INSERT INTO endpoints (id, tenant_id, application_id, url, event_types)
         SELECT gen_random_uuid(), $1, $2, 'http://127.0.0.1:9/', '{*}' FROM generate_series(1, 501) RETURNING id)
       INSERT INTO endpoint_subscriptions (endpoint_id, pattern, application_id) SELECT id, '*', $2 FROM made`,
      [tenant.tenantId, tenant.applicationId],
    );
    const accepted = await post(tenant, {});
    expect(await deliveriesOf(tenant)).toHaveLength(0);
    const { expandEvent } = await import("#lib/events/expand.ts");
    const eventId = fromPublicId("event", accepted.id) ?? "";
    await Promise.all([expandEvent(eventId), expandEvent(eventId)]);
    expect(await deliveriesOf(tenant)).toHaveLength(501);
  });
});

describe("a repeated event", () => {
  test("with the same own id returns the first event and sends nothing twice", async () => {
    const tenant = await insertTenant();
    await insertEndpoint(tenant);
    const first = await post(tenant, { id: "order-1" });
    const again = await Promise.all([post(tenant, { id: "order-1" }), post(tenant, { id: "order-1" })]);
    expect(again).toEqual([first, first]);
    expect(await deliveriesOf(tenant)).toHaveLength(1);
  });

  test("within one flush is stored once", async () => {
    const tenant = await insertTenant();
    await insertEndpoint(tenant);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(tenant, { id: "order-2" }, "key-2")),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await countEvents(tenant)).toBe(1);
    expect(await deliveriesOf(tenant)).toHaveLength(1);
  });

  test("with the same idempotency key returns the first event", async () => {
    const tenant = await insertTenant();
    const first = await post(tenant, {}, "key-1");
    expect(await post(tenant, {}, "key-1")).toEqual(first);
    expect(await countEvents(tenant)).toBe(1);
  });

  test("under a used key with another body is refused", async () => {
    const tenant = await insertTenant();
    await post(tenant, {}, "key-1");
    await expect(post(tenant, { data: { other: true } }, "key-1")).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
    expect(await countEvents(tenant)).toBe(1);
  });

  test("with a new key and an old own id leads to the first event by both", async () => {
    const tenant = await insertTenant();
    const first = await post(tenant, { id: "order-3" }, "key-a");
    expect(await post(tenant, { id: "order-3" }, "key-b")).toEqual(first);
    expect(await post(tenant, { id: "order-3" }, "key-b")).toEqual(first);
  });

  test("keeps keys and ids of two tenants apart", async () => {
    const [one, two] = [await insertTenant(), await insertTenant()];
    const first = await post(one, { id: "same" }, "same");
    const second = await post(two, { id: "same" }, "same");
    expect(second.id).not.toBe(first.id);
  });
});

describe("a batch", () => {
  test("answers in order and one bad item fails alone", async () => {
    const tenant = await insertTenant();
    const answer = await postBatch(tenant, [
      { type: "a", data: { n: 1 } },
      { type: "not ok!", data: {} },
      { type: "b", data: [] },
      { type: "c", data: {}, application: "nobody" },
      { type: "d", data: { n: 2 } },
      "not even an object",
    ]);
    expect(answer.data.map((item) => ("error" in item ? item.error.code : item.type))).toEqual([
      "a",
      "invalid_request",
      "invalid_request",
      "invalid_request",
      "d",
      "invalid_request",
    ]);
    expect(await countEvents(tenant)).toBe(2);
  });

  test("of 1,000 events arrives whole and repeats to the same ids under its key", async () => {
    const tenant = await insertTenant();
    await insertEndpoint(tenant);
    const events = Array.from({ length: 1_000 }, (_, n) => ({ type: "load", data: { n } }));
    const first = await postBatch(tenant, events, "batch-1");
    expect(await postBatch(tenant, events, "batch-1")).toEqual(first);
    expect(await countEvents(tenant)).toBe(1_000);
    expect(await deliveriesOf(tenant)).toHaveLength(1_000);
  });
});

test("an event whose transaction cannot commit is not acknowledged and leaves nothing", async () => {
  const tenant = await insertTenant();
  await insertEndpoint(tenant);
  await pool().query(
    "ALTER TABLE deliveries ADD CONSTRAINT refuse CHECK (event_type <> 'refused') NOT VALID",
  );
  const answers = await Promise.allSettled([
    post(tenant, { type: "refused" }),
    post(tenant, { type: "taken" }),
  ]);
  await pool().query("ALTER TABLE deliveries DROP CONSTRAINT refuse");
  expect(answers.map((answer) => answer.status)).toEqual(["rejected", "fulfilled"]);
  expect(await countEvents(tenant)).toBe(1);
});

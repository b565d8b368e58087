import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { event as eventContract, eventDetail, eventFilter } from "#lib/contracts/events.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { getEvent } from "#lib/events/get.ts";
import { listEvents } from "#lib/events/list.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { insertAttempt, insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const list = (tenant: TenantRows, query: Record<string, unknown> = {}) =>
  listEvents(tenant.ctx, eventFilter.parse(query));

const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000);

async function fill(tenant: TenantRows) {
  const appId = newId();
  await pool().query(
    "INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, 'globex', 'Globex')",
    [appId, tenant.tenantId],
  );
  const { id: endpointId } = await insertEndpoint(tenant);
  const { id: brokenId } = await insertEndpoint(tenant);
  const events = {
    old: await insertEvent(tenant, { at: daysAgo(5), uid: "a:b", data: '{"a":{"b":[1,{"c":true}]}}' }),
    tagged: await insertEvent(tenant, { at: daysAgo(2), tags: ["eu", "vip"], data: '{"a":"b"}' }),
    channelled: await insertEvent(tenant, { type: "refund", channels: ["shop"] }),
    other: await insertEvent(tenant, { type: "order.placed", applicationId: appId }),
  };
  const deliveryId = await insertDelivery(tenant, { event: events.tagged, endpointId });
  const attemptId = await insertAttempt(tenant, { deliveryId, endpointId });
  const broken = { endpointId: brokenId, status: "failed", responseStatus: 503, errorKind: "http_5xx" };
  await insertDelivery(tenant, { event: events.old, ...broken });
  return { events, appId, endpointId, brokenId, deliveryId, attemptId };
}

describe("a filter of the event log", () => {
  let tenant: TenantRows;
  let rows: Awaited<ReturnType<typeof fill>>;
  let foreign: Awaited<ReturnType<typeof fill>>;

  beforeAll(async () => {
    tenant = await insertTenant();
    rows = await fill(tenant);
    foreign = await fill(await insertTenant());
  });

  async function found(query: Record<string, unknown>): Promise<string[]> {
    const { data } = await list(tenant, query);
    const names = new Map(
      Object.entries(rows.events).map(([name, { id }]) => [toPublicId("event", id), name]),
    );
    return data.map((event) => names.get(event.id) ?? "foreign").toSorted();
  }

  test.each([
    ["nothing", {}, ["channelled", "old", "other", "tagged"]],
    ["a type", { type: "refund" }, ["channelled"]],
    ["several types", { type: "refund,order.placed" }, ["channelled", "other"]],
    ["a tag", { tag: "vip" }, ["tagged"]],
    ["an unknown tag", { tag: "us" }, []],
    ["a channel", { channel: "shop" }, ["channelled"]],
    ["an application", { application: "globex" }, ["other"]],
    ["an unknown application", { application: "nobody" }, []],
    ["time", { since: daysAgo(3).toISOString(), until: daysAgo(1).toISOString() }, ["tagged"]],
    ["the producer's own id, even one that looks like a field", { q: "a:b" }, ["old"]],
    ["a value in data", { q: 'a:"b"' }, ["tagged"]],
    ["a value deep in data", { q: "a.b.1.c:true" }, ["old"]],
    ["an unknown text", { q: "zzz" }, []],
    ["the state of a delivery", { status: "failed" }, ["old"]],
    ["several states", { status: "failed,delivered" }, ["old", "tagged"]],
    ["a state that no delivery has", { status: "pending" }, []],
    ["the answer to a delivery", { responseStatus: "5xx" }, ["old"]],
    ["the error of a delivery", { errorKind: "dns,http_5xx" }, ["old"]],
    ["state and time", { status: "failed", since: daysAgo(3).toISOString() }, []],
    ["filters together", { tag: "eu", type: "refund" }, []],
  ])("by %s", async (_, query, names) => {
    expect(await found(query)).toEqual(names);
  });

  test("by id finds the event, also from its delivery, its attempt, an endpoint it went to and its application", async () => {
    const search = (noun: Parameters<typeof toPublicId>[0], id: string) => found({ q: toPublicId(noun, id) });
    expect(await search("event", rows.events.old.id)).toEqual(["old"]);
    expect(await search("delivery", rows.deliveryId)).toEqual(["tagged"]);
    expect(await search("attempt", rows.attemptId)).toEqual(["tagged"]);
    expect(await search("endpoint", rows.endpointId)).toEqual(["tagged"]);
    expect(await search("application", rows.appId)).toEqual(["other"]);
    expect(await search("apiKey", newId())).toEqual([]);
  });

  test("by endpoint, and by what is true of its delivery to that endpoint", async () => {
    const [fine, broken] = [rows.endpointId, rows.brokenId].map((id) => toPublicId("endpoint", id));
    expect(await found({ endpoint: fine })).toEqual(["tagged"]);
    expect(await found({ endpoint: broken, status: "failed" })).toEqual(["old"]);
    expect(await found({ endpoint: fine, status: "failed" })).toEqual([]);
    expect(await found({ endpoint: toPublicId("endpoint", foreign.endpointId) })).toEqual([]);
  });

  test("by an id of another tenant finds nothing", async () => {
    const ids = [
      toPublicId("event", foreign.events.old.id),
      toPublicId("delivery", foreign.deliveryId),
      toPublicId("attempt", foreign.attemptId),
      toPublicId("endpoint", foreign.endpointId),
      toPublicId("application", foreign.appId),
    ];
    for (const q of ids) expect(await found({ q })).toEqual([]);
    expect(await found({ application: toPublicId("application", foreign.appId) })).toEqual([]);
  });
});

test("an event in the list tells how its deliveries stand", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant);
  const event = await insertEvent(tenant);
  const statuses = ["pending", "sending", "retrying", "delivered", "delivered", "failed", "canceled"];
  for (const status of statuses) await insertDelivery(tenant, { event, endpointId, status });
  await insertEvent(tenant, { at: daysAgo(9) });
  const { data } = await list(tenant);
  expect(data.map((row) => row.deliveryCounts)).toEqual([
    { open: 3, delivered: 2, failed: 1, canceled: 1 },
    { open: 0, delivered: 0, failed: 0, canceled: 0 },
  ]);
  for (const row of data) expect(eventContract.parse(row)).toEqual(row);
});

test("a state that very many deliveries have finds their events and no others", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant);
  const event = await insertEvent(tenant);
  await insertEvent(tenant);
  await pool().query(
    `INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, status)
     SELECT uuidv7(), $1, $2, $3, 'x', $4, 'delivered' FROM generate_series(1, 10001)`,
    [tenant.tenantId, tenant.applicationId, event.id, endpointId],
  );
  const { data } = await list(tenant, { status: "delivered" });
  expect(data.map(({ id }) => id)).toEqual([toPublicId("event", event.id)]);
});

test("paging forth and back over many partitions loses and repeats nothing", async () => {
  const tenant = await insertTenant();
  for (let count = 0; count < 14; count += 1) await insertEvent(tenant, { at: daysAgo((count * 11) % 28) });
  const all = (await list(tenant)).data.map((event) => event.id);
  const first = await list(tenant, { limit: 5 });
  const second = await list(tenant, { limit: 5, cursor: first.nextCursor });
  const third = await list(tenant, { limit: 5, cursor: second.nextCursor });
  expect([first, second, third].flatMap((page) => page.data.map((event) => event.id))).toEqual(all);
  expect(third.nextCursor).toBeNull();
  const back = await list(tenant, { limit: 5, cursor: third.prevCursor });
  expect(back.data).toEqual(second.data);
});

test("an event shows its data exactly as it was sent, and its deliveries newest first", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant, { url: "https://a.example/hook" });
  const data = '{"z":1.0, "n":12345678901234567890,"s":"\\u0000\\ud800\\/ é","z":1e400}';
  const event = await insertEvent(tenant, { data, uid: "mine" });
  const older = await insertDelivery(tenant, { event, endpointId, at: new Date(Date.now() - 1_000) });
  const newer = await insertDelivery(tenant, { event, endpointId, status: "failed", at: new Date() });
  const found = await getEvent(tenant.ctx, { id: toPublicId("event", event.id) });
  expect(eventDetail.parse(found)).toEqual(found);
  expect(found).toMatchObject({ data, uid: "mine", deliveryCounts: { delivered: 1, failed: 1 } });
  expect(JSON.parse(JSON.stringify(found)).data).toBe(data);
  expect(found.deliveries.map((delivery) => delivery.id)).toEqual([
    toPublicId("delivery", newer),
    toPublicId("delivery", older),
  ]);
  expect(found.deliveries[0]?.endpointUrl).toBe("https://a.example/hook");
});

test("another tenant's event is 404", async () => {
  const [ours, theirs] = [await insertTenant(), await insertTenant()];
  const { id } = await insertEvent(theirs);
  const reading = getEvent(ours.ctx, { id: toPublicId("event", id) });
  await expect(reading).rejects.toMatchObject({ code: "not_found" });
});

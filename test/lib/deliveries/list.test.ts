import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { insertAttempt, insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const list = (tenant: TenantRows, query: Record<string, unknown> = {}) =>
  listDeliveries(tenant.ctx, deliveryFilter.parse(query));

/** One delivery of each kind, by a name that the tests use. */
async function fill(tenant: TenantRows) {
  const appId = newId();
  await pool().query(
    "INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, 'globex', 'Globex')",
    [appId, tenant.tenantId],
  );
  const main = await insertEndpoint(tenant, { url: "https://main.example/hook" });
  const other = await insertEndpoint(tenant, { applicationId: appId });
  const day = (count: number) => new Date(Date.now() - count * 86_400_000);
  const paid = await insertEvent(tenant, {
    at: day(3),
    uid: "order-1",
    data: '{"customer":{"id":"cus_1","tags":["a","b"]},"total":10.50}',
  });
  const refunded = await insertEvent(tenant, {
    at: day(1),
    type: "refund",
    applicationId: appId,
    tags: ["eu", "vip"],
    channels: ["shop"],
    data: '{"note":"caf\\u00e9 \\"x\\""}',
  });
  const row = (settings: Omit<Parameters<typeof insertDelivery>[1], "event" | "endpointId">) =>
    insertDelivery(tenant, { event: paid, endpointId: main.id, ...settings });
  const deliveries = {
    old: await row({ at: day(3), responseStatus: 200 }),
    pending: await row({ status: "pending" }),
    sending: await row({ status: "sending" }),
    retrying: await row({ status: "retrying", responseStatus: 503, errorKind: "http_5xx" }),
    failed: await row({ status: "failed", responseStatus: 404, errorKind: "http_4xx" }),
    dns: await row({ status: "failed", errorKind: "dns" }),
    canceled: await row({ status: "canceled" }),
    other: await insertDelivery(tenant, { event: refunded, endpointId: other.id, responseStatus: 201 }),
  };
  const attempt = await insertAttempt(tenant, { deliveryId: deliveries.failed, endpointId: main.id });
  return { deliveries, paid, refunded, main, other, appId, attempt, day };
}

describe("a filter of the delivery log", () => {
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
      Object.entries(rows.deliveries).map(([name, id]) => [toPublicId("delivery", id), name]),
    );
    return data.map((delivery) => names.get(delivery.id) ?? "foreign").toSorted();
  }

  const everything = ["canceled", "dns", "failed", "old", "other", "pending", "retrying", "sending"];
  const ofPaid = everything.filter((name) => name !== "other");

  test("absent shows everything of the tenant and nothing of others", async () => {
    expect(await found({})).toEqual(everything);
  });

  test.each([
    ["status", { status: "failed" }, ["dns", "failed"]],
    ["several statuses", { status: "pending,sending,retrying" }, ["pending", "retrying", "sending"]],
    ["repeated statuses", { status: ["canceled", "delivered"] }, ["canceled", "old", "other"]],
    ["a response status", { responseStatus: "404" }, ["failed"]],
    ["a class of response statuses", { responseStatus: "5xx" }, ["retrying"]],
    ["success", { responseStatus: "2xx" }, ["old", "other"]],
    ["one success", { responseStatus: "201" }, ["other"]],
    ["an error kind", { errorKind: "dns" }, ["dns"]],
    ["several error kinds", { errorKind: "dns,http_4xx" }, ["dns", "failed"]],
    ["an event type", { eventType: "refund" }, ["other"]],
    ["several event types", { eventType: "refund,invoice.paid,unknown" }, everything],
    ["an unknown event type", { eventType: "unknown" }, []],
    ["an application by uid", { application: "globex" }, ["other"]],
    ["an unknown application", { application: "nobody" }, []],
    ["a tag of its event", { tag: "vip" }, ["other"]],
    ["an unknown tag", { tag: "us" }, []],
    ["a channel of its event", { channel: "shop" }, ["other"]],
    ["tag and channel of different events", { tag: "vip", channel: "store" }, []],
    ["filters together", { status: "failed", errorKind: "http_4xx", eventType: "invoice.paid" }, ["failed"]],
    ["the producer's own event id", { q: "order-1" }, ofPaid],
    ["a value in data", { q: "customer.id:cus_1" }, ofPaid],
    ["a value in an array", { q: "customer.tags.1:b" }, ofPaid],
    ["a number as it was written", { q: "total:10.50" }, ofPaid],
    ["a number written otherwise", { q: "total:10.5" }, []],
    ["a value that is escaped in the JSON text", { q: 'note:café "x"' }, ["other"]],
    ["a value of another field", { q: "customer.name:cus_1" }, []],
    ["text that is no search", { q: "hello" }, []],
  ])("by %s", async (_, query, names) => {
    expect(await found(query)).toEqual(names);
  });

  test("by id finds the delivery, also from its attempt, its event, endpoint and application", async () => {
    const search = (noun: Parameters<typeof toPublicId>[0], id: string) => found({ q: toPublicId(noun, id) });
    expect(await search("delivery", rows.deliveries.failed)).toEqual(["failed"]);
    expect(await search("attempt", rows.attempt)).toEqual(["failed"]);
    expect(await search("event", rows.refunded.id)).toEqual(["other"]);
    expect(await search("endpoint", rows.main.id)).toEqual(ofPaid);
    expect(await search("application", rows.appId)).toEqual(["other"]);
    expect(await search("tenant", tenant.tenantId)).toEqual([]);
  });

  test("by its own id, endpoint, event and application id", async () => {
    const { failed, dns } = rows.deliveries;
    const ids = [failed, dns, foreign.deliveries.failed].map((id) => toPublicId("delivery", id));
    expect(await found({ id: ids })).toEqual(["dns", "failed"]);
    expect(await found({ id: ids.join(","), errorKind: "dns" })).toEqual(["dns"]);
    expect(await found({ endpoint: toPublicId("endpoint", rows.other.id) })).toEqual(["other"]);
    expect(await found({ event: toPublicId("event", rows.paid.id) })).toEqual(ofPaid);
    expect(await found({ application: toPublicId("application", rows.appId) })).toEqual(["other"]);
  });

  test("by time takes from since until before until", async () => {
    expect(await found({ until: rows.day(2).toISOString() })).toEqual(["old"]);
    expect(await found({ since: rows.day(2).toISOString() })).toEqual(
      everything.filter((name) => name !== "old"),
    );
    expect(await found({ since: rows.day(1).toISOString(), until: rows.day(2).toISOString() })).toEqual([]);
  });

  test("by an id of another tenant finds nothing", async () => {
    expect(await found({ endpoint: toPublicId("endpoint", foreign.main.id) })).toEqual([]);
    expect(await found({ event: toPublicId("event", foreign.paid.id) })).toEqual([]);
    expect(await found({ application: toPublicId("application", foreign.appId) })).toEqual([]);
    for (const q of [
      toPublicId("delivery", foreign.deliveries.failed),
      toPublicId("attempt", foreign.attempt),
      toPublicId("event", foreign.paid.id),
    ])
      expect(await found({ q })).toEqual([]);
  });
});

test("payloads that Postgres cannot read as text do not break a search", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant);
  const texts = [
    '{"a":"\\u0000","b":"x"}',
    '{"a":"\\ud800","b":"x"}',
    '{"a":"\\\\u0000","b":"x"}',
    '{"b":"x"}',
  ];
  for (const data of texts)
    await insertDelivery(tenant, { event: await insertEvent(tenant, { data }), endpointId });
  expect((await list(tenant, { q: "b:x" })).data).toHaveLength(2);
});

test("a deleted endpoint keeps its url in the log", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant, { url: "https://gone.example/hook" });
  await insertDelivery(tenant, { event: await insertEvent(tenant), endpointId });
  await pool().query("UPDATE endpoints SET deleted_at = now() WHERE id = $1", [endpointId]);
  expect((await list(tenant)).data[0]?.endpointUrl).toBe("https://gone.example/hook");
});

test("the attempts allowed are the schedule of the endpoint, else of the tenant, else of the environment, and one", async () => {
  const tenant = await insertTenant();
  const own = await insertEndpoint(tenant, { retrySchedule: [1, 2] });
  const plain = await insertEndpoint(tenant);
  const event = await insertEvent(tenant);
  const id = await insertDelivery(tenant, { event, endpointId: plain.id });
  await insertDelivery(tenant, { event, endpointId: own.id });
  const allowed = async () =>
    Object.fromEntries((await list(tenant)).data.map((row) => [row.endpoint, row.maxAttempts]));
  const names = [toPublicId("endpoint", own.id), toPublicId("endpoint", plain.id)] as const;
  expect(await allowed()).toEqual({ [names[0]]: 3, [names[1]]: 10 });
  await pool().query("UPDATE tenants SET retry_schedule = '{1,2,3,4}' WHERE id = $1", [tenant.tenantId]);
  expect(await allowed()).toEqual({ [names[0]]: 3, [names[1]]: 5 });
  expect((await list(tenant, { q: toPublicId("delivery", id) })).data).toHaveLength(1);
});

test("a delivery whose lease has run out still shows as sending", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant);
  const event = await insertEvent(tenant);
  await insertDelivery(tenant, { event, endpointId, status: "sending", leaseUntil: new Date(0) });
  expect((await list(tenant)).data[0]?.status).toBe("sending");
});

describe("paging", () => {
  test("forth and back loses and repeats nothing while deliveries are added", async () => {
    const tenant = await insertTenant();
    const { id: endpointId } = await insertEndpoint(tenant);
    const event = await insertEvent(tenant);
    const add = (at: Date) => insertDelivery(tenant, { event, endpointId, at });
    const start = Date.now() - 3_600_000;
    for (let minute = 0; minute < 25; minute += 1) await add(new Date(start + minute * 1_000));
    const before = (await list(tenant, { limit: 250 })).data.map((delivery) => delivery.id);

    const pages = [await list(tenant, { limit: 4 })];
    for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor) {
      await add(new Date());
      pages.push(await list(tenant, { limit: 4, cursor }));
    }
    expect(pages.flatMap((page) => page.data.map((delivery) => delivery.id))).toEqual(before);
    expect(pages[0]?.prevCursor).toBeNull();

    const back = [pages.at(-1)];
    for (let cursor = back[0]?.prevCursor; cursor; cursor = back.at(-1)?.prevCursor)
      back.push(await list(tenant, { limit: 4, cursor }));
    const walked = back.toReversed().flatMap((page) => page?.data.map((delivery) => delivery.id) ?? []);
    expect(walked.slice(-before.length)).toEqual(before);
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked).toEqual((await list(tenant, { limit: 250 })).data.map((delivery) => delivery.id));
  });

  test("keeps its filter's order across partitions", async () => {
    const tenant = await insertTenant();
    const { id: endpointId } = await insertEndpoint(tenant);
    const event = await insertEvent(tenant);
    for (const daysAgo of [20, 1, 9, 15, 4, 0, 12])
      await insertDelivery(tenant, { event, endpointId, at: new Date(Date.now() - daysAgo * 86_400_000) });
    const first = await list(tenant, { limit: 4, status: "delivered" });
    const second = await list(tenant, { limit: 4, status: "delivered", cursor: first.nextCursor });
    const times = [...first.data, ...second.data].map((delivery) => delivery.createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times).toHaveLength(7);
    expect(second.nextCursor).toBeNull();
  });

  test("refuses the cursor of another tenant", async () => {
    const [ours, theirs] = [await insertTenant(), await insertTenant()];
    const { id: endpointId } = await insertEndpoint(theirs);
    const event = await insertEvent(theirs);
    for (let count = 0; count < 3; count += 1) await insertDelivery(theirs, { event, endpointId });
    const { nextCursor } = await list(theirs, { limit: 1 });
    await expect(list(ours, { limit: 1, cursor: nextCursor })).rejects.toMatchObject({
      code: "invalid_cursor",
    });
  });
});

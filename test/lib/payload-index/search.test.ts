import { afterAll, beforeAll, expect, test } from "vitest";
import { eventFilter } from "#lib/contracts/events.ts";
import { closeDatabases, inTransaction, pool } from "#lib/db.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { listEvents } from "#lib/events/list.ts";
import { firstIdAt, newId, toPublicId } from "#lib/ids.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
import { findCandidates } from "#lib/payload-index/find-candidates.ts";
import { removeExpiredBlocks } from "#lib/payload-index/remove-expired.ts";
import { tokenOf } from "#lib/payload-index/tokens.ts";
import { insertEvent } from "#test/support/log-rows.ts";
import { insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);
let tenant: TenantRows;
beforeAll(async () => {
  tenant = await insertTenant();
});

async function found(q: string, by = tenant) {
  return (await listEvents(by.ctx, eventFilter.parse({ q }))).data.map(({ id }) => id);
}

/** What the index alone leads to, all of it older than any position. */
async function named(path: string[], value: string): Promise<string[] | undefined> {
  const start = { direction: "forward", position: "ffffffff-ffff-ffff-ffff-ffffffffffff" } as const;
  return (await findCandidates(tenant.ctx, { path, value }, start))?.ids;
}

test.each([
  ["a text", "customer.id:ana", '{"customer":{"id":"ana"}}'],
  ["a number as it is written", "price:1.10", '{"price":1.10}'],
  ["a truth value", "paid:true", '{"paid":true}'],
  ["a place in a list", "lines.1.sku:b7", '{"lines":[{"sku":"a"},{"sku":"b7"}]}'],
  ["an item counted from the end", "codes.-1:z", '{"codes":["a","z"]}'],
  ["an escaped text", "city:Zürich", '{"city":"Z\\u00fcrich"}'],
  ["a whole object", 'whole:{"a":1}', '{"whole":{"a":1}}'],
])("%s is found before and after it is indexed, by its own tenant alone", async (_, q, data) => {
  const { id } = await insertEvent(tenant, { data });
  const foreign = await insertTenant();
  const expected = [toPublicId("event", id)];
  expect(await found(q)).toEqual(expected);
  await indexPayloads();
  expect(await found(q)).toEqual(expected);
  expect(await found(q, foreign)).toEqual([]);
});

test("an event that commits after newer ones were indexed is found, once, by two workers", async () => {
  const client = await pool().connect();
  await client.query("BEGIN");
  const late = await client.query<{ id: string }>(
    `INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at)
     VALUES (uuidv7(), $1, $2, 'late', '{"late":"yes"}', now()) RETURNING id`,
    [tenant.tenantId, tenant.applicationId],
  );
  await insertEvent(tenant, { data: '{"late":"no"}' });
  await indexPayloads();
  await client.query("COMMIT");
  client.release();
  const ids = late.rows.map(({ id }) => id);
  await Promise.all([indexPayloads(), indexPayloads()]);
  expect(await found("late:yes")).toEqual(ids.map((id) => toPublicId("event", id)));
  expect(await named(["late"], "yes")).toEqual(expect.arrayContaining(ids));
  const { rows } = await pool().query("SELECT 1 FROM payload_blocks WHERE event_ids @> $1::uuid[]", [ids]);
  expect(rows).toHaveLength(1);
});

test("a batch that fails is left to be indexed", async () => {
  await insertEvent(tenant, { data: '{"kept":"yes"}' });
  await expect(
    inTransaction(async (client) => {
      await client.query("DELETE FROM payload_backlog");
      throw new Error("stopped");
    }),
  ).rejects.toThrow("stopped");
  await indexPayloads();
  expect(await found("kept:yes")).toHaveLength(1);
  expect(await named(["kept"], "yes")).not.toEqual([]);
});

test("what was stored before there was an index is found before and after the worker has gone through it", async () => {
  const { id } = await insertEvent(tenant, { data: '{"early":"yes"}', at: new Date(Date.now() - 3_600_000) });
  await pool().query("DELETE FROM payload_backlog");
  await pool().query("INSERT INTO payload_backfills VALUES ('ffffffff-ffff-ffff-ffff-ffffffffffff')");
  expect(await found("early:yes")).toEqual([toPublicId("event", id)]);
  await Promise.all([indexPayloads(), indexPayloads()]);
  expect(await found("early:yes")).toEqual([toPublicId("event", id)]);
  expect(await named(["early"], "yes")).toContain(id);
});

test("an accepted event is noted for the index once, by the statement that stores it", async () => {
  const { rows: before } = await pool().query("SELECT 1 FROM payload_backlog");
  const event = {
    ...resolvedEvent,
    id: newId(),
    tenantId: tenant.tenantId,
    applicationId: tenant.applicationId,
  };
  await inTransaction((client) => insertEvents(client, [event], { deliveries: [] }));
  const { rows } = await pool().query("SELECT 1 FROM payload_backlog WHERE event_ids = ARRAY[$1]::uuid[]", [
    event.id,
  ]);
  expect(rows).toHaveLength(1);
  const { rows: after } = await pool().query("SELECT 1 FROM payload_backlog");
  expect(after).toHaveLength(before.length + 1);
});

test("a payload too large for the index is found all the same", async () => {
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`key${at}`, at])));
  const { id } = await insertEvent(tenant, { data: many });
  await indexPayloads();
  expect(await found("key2999:2999")).toEqual([toPublicId("event", id)]);
  expect(await named(["key2999"], "2999")).toContain(id);
});

test("blocks of dropped partitions are removed", async () => {
  const { rows } = await pool().query<{ id: string }>(
    "INSERT INTO payload_blocks (newest_id, event_ids, tokens) VALUES ($1, '{}', '{}') RETURNING id",
    [firstIdAt(new Date("2020-01-01"))],
  );
  await removeExpiredBlocks();
  const kept = await pool().query("SELECT id FROM payload_blocks WHERE id = $1", [rows[0]?.id]);
  expect(kept.rows).toEqual([]);
});

test("a rare value among many is looked up by the index, not by reading the log", async () => {
  const other = await insertTenant();
  await pool().query(
    `INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at)
     SELECT uuidv7(), $1, $2, 'many', json_build_object('customer', 'c' || number)::text, now() FROM generate_series(1, 5000) AS number`,
    [other.tenantId, other.applicationId],
  );
  while ((await pool().query("SELECT 1 FROM payload_backlog LIMIT 1")).rows.length > 0) await indexPayloads();
  const blocks = await pool().query(
    "SELECT sum(cardinality(event_ids))::int AS candidates FROM payload_blocks WHERE tokens && ARRAY[$1::int]",
    [tokenOf(other.tenantId, { key: "customer", value: "c77" })],
  );
  expect(blocks.rows[0].candidates).toBeLessThanOrEqual(32);
  expect(await found("customer:c77", other)).toHaveLength(1);
  expect(await found("customer:c7x", other)).toEqual([]);
});

const resolvedEvent = {
  application: undefined,
  type: "invoice.paid",
  uid: undefined,
  data: '{"noted":"yes"}',
  channels: [],
  tags: [],
  occurredAt: undefined,
  idempotency: undefined,
  traceParent: undefined,
};

import { afterAll, beforeAll, expect, test } from "vitest";
import { eventFilter } from "#lib/contracts/events.ts";
import { closeDatabases, inTransaction, pool } from "#lib/db.ts";
import { listEvents } from "#lib/events/list.ts";
import { toPublicId } from "#lib/ids.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
import { findMatches } from "#lib/payload-index/find-matches.ts";
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
  expect(await findMatches(tenant.ctx, { path: ["late"], value: "yes" })).toEqual(ids);
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
  expect(await findMatches(tenant.ctx, { path: ["kept"], value: "yes" })).toHaveLength(1);
});

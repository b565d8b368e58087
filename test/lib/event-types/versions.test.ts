import { beforeEach, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let request: Requester;
beforeEach(async () => {
  tenant = await createTenantForTest();
  request = tenant.request;
});

const versions = async () => {
  const { body } = await request("GET", "/event-types/a.b/versions");
  return body.data as unknown as { number: number; schema: unknown; createdBy: string }[];
};
const numbers = async () => (await versions()).map(({ number }) => number);

test("each schema that differs from the one before is a version; words, examples and the order of keys make none", async () => {
  await request("POST", "/event-types", { name: "a.b", schema: { type: "object", title: "x" } });
  await request("PATCH", "/event-types/a.b", { description: "words" });
  await request("PATCH", "/event-types/a.b", { schema: { title: "x", type: "object" } });
  expect(await numbers()).toEqual([1]);
  await request("PATCH", "/event-types/a.b", { schema: { type: "object", properties: { a: {} } } });
  await request("PATCH", "/event-types/a.b", { schema: null });
  expect(await numbers()).toEqual([3, 2, 1]);
  expect((await versions())[0]).toMatchObject({ schema: null, createdBy: "events:write read manage" });
});

test("an event type without a schema has no versions", async () => {
  await request("POST", "/event-types", { name: "a.b" });
  expect(await numbers()).toEqual([]);
});

test("a schema that nobody noted when it came is noted before it goes", async () => {
  await pool().query(
    `INSERT INTO event_types (tenant_id, name, schema) VALUES ($1, 'a.b', '{"title":"old"}')`,
    [tenant.tenantId],
  );
  await request("PATCH", "/event-types/a.b", { schema: { title: "new" } });
  expect((await versions()).map(({ schema }) => schema)).toEqual([{ title: "new" }, { title: "old" }]);
});

test("the newest hundred are kept", async () => {
  await request("POST", "/event-types", { name: "a.b", schema: { title: "0" } });
  for (let n = 1; n <= 101; n += 1)
    await request("PATCH", "/event-types/a.b", { schema: { title: String(n) } });
  const kept = await numbers();
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 102, 3]);
});

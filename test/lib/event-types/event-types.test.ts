import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

const schema = {
  type: "object",
  properties: { amount: { type: "integer" }, "line/items": { type: "array" } },
  required: ["amount"],
};
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenantForTest();
});

const create = (body: object) => tenant.request("POST", "/event-types", body);

describe("create", () => {
  test("schema and example come back as given", async () => {
    const example = { amount: 5, "line/items": [] };
    const given = { name: "invoice.paid", description: "Paid in full", schema, example };
    const { status, headers, body } = await create(given);
    expect(status).toBe(201);
    expect(headers.get("location")).toBe("/api/v1/event-types/invoice.paid");
    expect(body).toMatchObject({ ...given, archived: false });
    expect((await tenant.request("GET", "/event-types/invoice.paid")).body).toEqual(body);
  });

  test("a name is taken once, also by several at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create({ name: "race.won" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await create({ name: "race.won" })).body).toMatchObject({
      code: "already_exists",
      errors: [{ path: "name" }],
    });
  });

  test.each<[string, object]>([
    ["name", { name: "a b" }],
    ["name", { name: "." }],
    ["name", { name: ".." }],
    ["schema.type", { name: "x", schema: { type: "obj" } }],
    ["schema", { name: "x", schema: { $ref: "https://example.com/other.json" } }],
    ["schema", { name: "x", schema: { $schema: "http://json-schema.org/draft-07/schema#" } }],
    ["schema", { name: "x", schema: { pattern: "(" } }],
    ["example.amount", { name: "x", schema, example: { amount: "5" } }],
    ["example.line/items", { name: "x", schema, example: { amount: 5, "line/items": 1 } }],
    ["example", { name: "x", schema, example: {} }],
    ["example.text", { name: "x", example: { text: "\u0000" } }],
    ["example.text", { name: "x", example: { text: "\ud800" } }],
  ])("a faulty %s is 422", async (path, body) => {
    const answered = await create(body);
    expect(answered.status).toBe(422);
    expect(answered.body.errors.map((error) => error.path)).toContain(path);
  });

  test("a pattern that would backtrack for hours is refused within a second", async () => {
    const hostile = { properties: { a: { pattern: "^(a+)+$" } } };
    const startedAt = performance.now();
    const { status, body } = await create({
      name: "x",
      schema: hostile,
      example: { a: `${"a".repeat(50)}!` },
    });
    expect(status).toBe(422);
    expect(body.errors[0]?.message).toContain("too long");
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test("a schema that refers to itself without end is refused", async () => {
    const { body } = await create({ name: "x", schema: { $ref: "#" }, example: {} });
    expect(body.errors[0]?.message).toMatch(/refers to itself|takes too long/);
  });
});

describe("update", () => {
  test("the example must fit the schema as both then stand", async () => {
    await create({ name: "user.created", schema, example: { amount: 1 } });
    const path = "/event-types/user.created";
    const stricter = { ...schema, required: ["amount", "currency"] };
    expect((await tenant.request("PATCH", path, { schema: stricter })).status).toBe(422);
    const both = { schema: stricter, example: { amount: 1, currency: "EUR" } };
    expect((await tenant.request("PATCH", path, both)).body).toMatchObject(both);
    expect((await tenant.request("PATCH", path, { schema: null })).body.schema).toBeNull();
  });

  test("archiving hides and can be undone; the name stays", async () => {
    await create({ name: "old.one" });
    const path = "/event-types/old.one";
    expect((await tenant.request("PATCH", path, { archived: true })).body.archived).toBe(true);
    const names = async (query: string) =>
      (await tenant.request("GET", `/event-types?${query}`)).body.data.map(({ name }) => name);
    expect(await names("archived=true")).toEqual(["old.one"]);
    expect(await names("archived=false")).not.toContain("old.one");
    expect((await tenant.request("PATCH", path, { archived: false })).body.archived).toBe(false);
    expect((await tenant.request("PATCH", path, { name: "x" })).status).toBe(422);
  });
});

test("a name of dots alone, as it could be given before, is still listed, and events may bear it", async () => {
  const other = await createTenantForTest();
  await prisma().eventType.create({ data: { tenantId: other.tenantId, name: ".." } });
  expect((await other.request("GET", "/event-types")).body.data.map(({ name }) => name)).toEqual([".."]);
  expect((await other.request("POST", "/events", { type: "..", data: {} })).status).toBe(202);
  expect((await other.request("GET", "/events?type=..")).body.data).toHaveLength(1);
});

test("a deleted event type is gone, events of its name are still taken", async () => {
  await create({ name: "gone.soon" });
  expect((await tenant.request("DELETE", "/event-types/gone.soon")).status).toBe(204);
  expect((await tenant.request("GET", "/event-types/gone.soon")).status).toBe(404);
  expect((await tenant.request("DELETE", "/event-types/gone.soon")).status).toBe(404);
  expect((await tenant.request("POST", "/events", { type: "gone.soon", data: {} })).status).toBe(202);
});

test("the list is by name and walks forth and back", async () => {
  const other = await createTenantForTest();
  for (const name of ["b", "d", "a", "c", "e"]) await other.request("POST", "/event-types", { name });
  const names: string[] = [];
  const pages: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body }: Awaited<ReturnType<typeof other.request>> = await other.request(
      "GET",
      `/event-types?limit=2${cursor && `&cursor=${cursor}`}`,
    );
    names.push(...body.data.map(({ name }) => name));
    if (body.prevCursor) pages.push(body.prevCursor);
    cursor = body.nextCursor;
  }
  expect(names).toEqual(["a", "b", "c", "d", "e"]);
  const back = await other.request("GET", `/event-types?limit=2&cursor=${pages.at(-1)}`);
  expect(back.body.data.map(({ name }) => name)).toEqual(["c", "d"]);
});

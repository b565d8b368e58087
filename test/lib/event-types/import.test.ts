import { beforeEach, expect, test } from "vitest";
import { createTenantForTest, type Requester } from "#test/support/tenant.ts";

let request: Requester;
beforeEach(async () => {
  ({ request } = await createTenantForTest());
});

const run = async (document: object, dryRun = false) => {
  const { status, body } = await request("POST", "/event-type-imports", { document, dryRun });
  const plan = (body.data as unknown as { name: string; action: string; reason: string | null }[]) ?? [];
  return { status, body, actions: Object.fromEntries(plan.map(({ name, action }) => [name, action])), plan };
};
const read = async (name: string) => (await request("GET", `/event-types/${name}`)).body;

const webhook = (schema: object, more = {}) => ({
  post: { summary: "Something", requestBody: { content: { "application/json": { schema, ...more } } } },
});
const openapi = {
  openapi: "3.1.0",
  webhooks: {
    "invoice.paid": webhook({ $ref: "#/components/schemas/Invoice" }, { example: { id: "in_1" } }),
    "part.changed": webhook({
      type: "object",
      properties: { type: { const: "part.changed" }, data: { $ref: "#/components/schemas/Part" } },
    }),
    "bad name": webhook({ type: "object" }),
    "..": webhook({ type: "object" }),
    "bad.schema": webhook({ type: "nothing" }),
    "bad.example": webhook({ type: "object", required: ["id"] }, { example: { other: 1 } }),
  },
  components: {
    schemas: {
      Invoice: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string" }, part: { $ref: "#/components/schemas/Part" } },
      },
      Part: { type: "object", properties: { parent: { $ref: "#/components/schemas/Part" } } },
    },
  },
};

test("a dry run says what would be done to each webhook of an OpenAPI document, and does none of it", async () => {
  const { status, actions } = await run(openapi, true);
  expect([status, actions]).toEqual([
    200,
    {
      "invoice.paid": "create",
      "part.changed": "create",
      "bad name": "refuse",
      "..": "refuse",
      "bad.schema": "refuse",
      "bad.example": "refuse",
    },
  ]);
  expect((await request("GET", "/event-types")).body.data).toEqual([]);
});

test("an import does it: schemas stand by themselves, also those that hold themselves, and of an envelope only its data", async () => {
  await run(openapi);
  const { description, schema, example } = await read("invoice.paid");
  expect([description, example]).toEqual(["Something", { id: "in_1" }]);
  expect(schema).toMatchObject({
    $ref: "#/$defs/Invoice",
    $defs: { Part: { properties: { parent: { $ref: "#/$defs/Part" } } } },
  });
  expect((await read("part.changed")).schema).toMatchObject({ $ref: "#/$defs/Part" });
  expect((await run(openapi)).actions).toMatchObject({ "invoice.paid": "none", "part.changed": "none" });
});

test("what the document does not say stays, and what it says differently is changed and makes a version", async () => {
  const schema = { title: "order.sent", type: "object", properties: { a: {} } };
  await request("POST", "/event-types", {
    name: "order.sent",
    description: "Mine",
    schema: { type: "object" },
  });
  expect((await run(schema)).actions).toEqual({ "order.sent": "update" });
  expect(await read("order.sent")).toMatchObject({ description: "Mine", schema });
  expect((await request("GET", "/event-types/order.sent/versions")).body.data).toHaveLength(2);
});

test("of a schema that describes nothing itself each of its parts is an event type", async () => {
  const { actions } = await run({ $defs: { "a.b": { type: "object" }, "c.d": { $ref: "#/$defs/a.b" } } });
  expect(actions).toEqual({ "a.b": "create", "c.d": "create" });
});

test.each([
  ["nothing", {}],
  ["an OpenAPI document without webhooks", { openapi: "3.1.0", paths: {} }],
  [
    "more than a hundred",
    { $defs: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`t.${n}`, {}])) },
  ],
])("%s is 422", async (_, document) => {
  expect((await run(document)).status).toBe(422);
});

test.each([
  [
    "references in a circle",
    { openapi: "3.1.0", webhooks: { a: { $ref: "#/webhooks/b" }, b: { $ref: "#/webhooks/a" } } },
  ],
  [
    "a reference to another document",
    { title: "a", type: "object", properties: { x: { $ref: "https://example.com/x.json" } } },
  ],
  ["a reference into nothing", { title: "a", type: "object", properties: { x: { $ref: "#/nowhere/%E0" } } }],
  [
    "names of Object",
    JSON.parse('{"$defs":{"__proto__":{"type":"object"},"constructor":{"type":"object"}}}'),
  ],
  ["values of the wrong kind", { openapi: 3, webhooks: { a: null, b: [], c: { post: "x" } } }],
])("%s are no failure of ours", async (_, document) => {
  expect((await run(document)).status).toBeLessThan(500);
});

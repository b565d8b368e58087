import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { exampleOf } from "#components/schema/example-of.ts";

const invoice = {
  type: "object",
  required: ["id", "total", "lines", "state", "paidAt"],
  properties: {
    id: { type: "string", minLength: 12 },
    total: { type: "number", exclusiveMinimum: 0, multipleOf: 0.5 },
    state: { enum: ["paid", "open"] },
    paidAt: { type: ["string", "null"], format: "date-time" },
    customer: { $ref: "#/$defs/customer" },
    lines: {
      type: "array",
      minItems: 2,
      items: { type: "object", properties: { count: { type: "integer", minimum: 3 } } },
    },
    note: { anyOf: [{ type: "null" }, { type: "string", maxLength: 2 }] },
    method: { oneOf: [{ type: "object", properties: { card: { const: "visa" } } }, { type: "string" }] },
    flag: { type: "boolean", default: false },
  },
  $defs: {
    customer: {
      allOf: [
        { type: "object", properties: { email: { type: "string", format: "email" } } },
        { required: ["email"], properties: { parent: { $ref: "#/$defs/customer" } } },
      ],
    },
  },
};

test("what is made satisfies its schema", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(invoice);
  const made = exampleOf(invoice);
  expect([validate(made), validate.errors]).toEqual([true, null]);
  expect(made).toMatchObject({
    state: "paid",
    paidAt: "2026-11-23T09:30:00.000Z",
    customer: { email: "ada@example.com" },
    method: { card: "visa" },
    flag: false,
  });
});

test("what the schema gives is taken before anything is made up", () => {
  const given = {
    type: "object",
    properties: { a: { type: "string", examples: ["mine", "x"], default: "y" } },
  };
  expect(exampleOf(given)).toEqual({ a: "mine" });
  expect(exampleOf({ type: "object", example: { whole: 1 } })).toEqual({ whole: 1 });
});

test.each([
  ["itself", { $ref: "#" }],
  ["itself in its items", { type: "array", items: { $ref: "#" } }],
  [
    "two that hold each other",
    {
      $ref: "#/$defs/a",
      $defs: {
        a: { properties: { b: { $ref: "#/$defs/b" } } },
        b: { properties: { a: { $ref: "#/$defs/a" } } },
      },
    },
  ],
  ["nothing", null],
  ["text", "no schema"],
])("a schema that holds %s ends", (_, schema) => {
  expect(() => exampleOf(schema)).not.toThrow();
});

test("a schema that multiplies without end gives something of bounded size", () => {
  const $defs: Record<string, object> = {};
  for (let n = 0; n < 40; n += 1)
    $defs[n] = {
      type: "object",
      properties: { a: { $ref: `#/$defs/${n + 1}` }, b: { $ref: `#/$defs/${n + 1}` } },
    };
  expect(JSON.stringify(exampleOf({ $ref: "#/$defs/0", $defs })).length).toBeLessThan(200_000);
});

import { describe, expect, test } from "vitest";
import { inferSchema } from "#components/schema/infer-schema.ts";
import { readSchema } from "#components/schema/read-schema.ts";

describe("a schema as a tree", () => {
  test("properties come in their order, with type, need, bounds and values", () => {
    const root = readSchema({
      type: "object",
      required: ["amount"],
      properties: {
        amount: { type: "integer", minimum: 1, description: "In cents" },
        status: { enum: ["paid", "open", null] },
        paidAt: { type: ["string", "null"], format: "date-time" },
      },
    });
    expect(root.children.map(({ name, type, isRequired }) => [name, type, isRequired])).toEqual([
      ["amount", "integer", true],
      ["status", "string or null", false],
      ["paidAt", "string (date-time) or null", false],
    ]);
    expect(root.children[0]).toMatchObject({ description: "In cents", limits: ["at least 1"] });
    expect(root.children[1]?.values).toEqual(['"paid"', '"open"', "null"]);
  });

  test("an array shows what its items hold, and the bounds of plain ones", () => {
    const root = readSchema({
      type: "object",
      properties: {
        lines: { type: "array", items: { type: "object", properties: { text: { type: "string" } } } },
        tags: { type: "array", maxItems: 3, items: { type: "string", maxLength: 9 } },
      },
    });
    expect(root.children[0]).toMatchObject({ type: "array of object", children: [{ name: "text" }] });
    expect(root.children[1]).toMatchObject({
      type: "array of string",
      limits: ["at most 3 items", "each at most 9 characters"],
    });
  });

  test("references, allOf and 'this or null' are followed", () => {
    const root = readSchema({
      $defs: { money: { type: "object", properties: { amount: { type: "integer" } } } },
      allOf: [{ properties: { id: { type: "string" } } }],
      properties: {
        total: { $ref: "#/$defs/money", description: "What is due" },
        tax: { anyOf: [{ $ref: "#/$defs/money" }, { type: "null" }] },
      },
    });
    expect(root.children.map(({ name, type }) => [name, type])).toEqual([
      ["id", "string"],
      ["total", "object"],
      ["tax", "object or null"],
    ]);
    expect(root.children[1]).toMatchObject({ description: "What is due", children: [{ name: "amount" }] });
  });

  test("a schema inside itself ends after one turn", () => {
    const root = readSchema({
      $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } } },
      $ref: "#/$defs/node",
    });
    expect(root.children[0]).toMatchObject({ name: "next", children: [] });
  });

  test("references that multiply without end are cut off, quickly", () => {
    const layers = Array.from({ length: 12 }, (_, depth) => {
      const fields = Array.from({ length: 20 }, (_, field) => [
        `f${field}`,
        { $ref: `#/$defs/l${depth + 1}` },
      ]);
      return [`l${depth}`, { type: "object", properties: Object.fromEntries(fields) }];
    });
    const startedAt = performance.now();
    readSchema({ $defs: Object.fromEntries(layers), $ref: "#/$defs/l0" });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test("whatever is no schema is any value", () => {
    for (const odd of [true, null, 7, "x", [], { type: 7 }, { properties: [] }, { $ref: "https://x" }])
      expect(readSchema(odd).children).toEqual([]);
  });
});

test("a schema drafted from an example requires what the example has", () => {
  const draft = inferSchema({ id: "in_1", at: "2026-11-23T09:30:00Z", lines: [{ qty: 1 }], note: null });
  expect(draft).toEqual({
    type: "object",
    properties: {
      id: { type: "string" },
      at: { type: "string", format: "date-time" },
      lines: {
        type: "array",
        items: { type: "object", properties: { qty: { type: "integer" } }, required: ["qty"] },
      },
      note: {},
    },
    required: ["id", "at", "lines", "note"],
  });
});

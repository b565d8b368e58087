import type { SchemaObject } from "./schema-node.ts";

/** A first draft of a JSON Schema that the example satisfies: every property is required, arrays take what their first item is. */
export function inferSchema(example: unknown): SchemaObject {
  if (example === null) return {};
  if (Array.isArray(example)) {
    return { type: "array", ...(example.length > 0 ? { items: inferItems(example) } : {}) };
  }
  if (typeof example !== "object") return inferPlain(example);
  const entries = Object.entries(example);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, value]) => [name, inferSchema(value)])),
    required: entries.map(([name]) => name),
  };
}

// Items that differ would need alternatives, which a draft leaves to its author.
function inferItems(items: readonly unknown[]): SchemaObject {
  const [first, ...rest] = items.map((item) => JSON.stringify(inferSchema(item)));
  return rest.every((other) => other === first) ? inferSchema(items[0]) : {};
}

function inferPlain(value: unknown): SchemaObject {
  if (typeof value === "number") return { type: Number.isInteger(value) ? "integer" : "number" };
  if (typeof value === "boolean") return { type: "boolean" };
  const isTime = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value);
  return isTime ? { type: "string", format: "date-time" } : { type: "string" };
}

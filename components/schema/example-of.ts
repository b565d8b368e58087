import { type ResolvedPlace, resolveSchema, type SchemaPlace } from "./resolve-schema.ts";
import { isSchemaObject, type SchemaObject } from "./schema-node.ts";

const maxDepth = 12;
const maxSchemas = 2_000;

/**
 * A value that looks like what the schema describes: what it gives as example, default, const or enum is taken, the rest is
 * made up by type and format. The same schema gives the same value. Of a schema without end the beginning is made.
 */
export function exampleOf(schema: unknown): unknown {
  const root = isSchemaObject(schema) ? schema : {};
  return makeValue({ schema, root, trail: [], budget: { left: maxSchemas } }, { name: "", depth: 0 });
}

type Spot = { name: string; depth: number };

function makeValue(given: SchemaPlace, spot: Spot): unknown {
  const place = resolveSchema(given);
  const { schema } = place;
  const told = toldBy(schema);
  if (told) return told.value;
  if (place.isRepeated || spot.depth > maxDepth) return null;
  const option = [schema.oneOf, schema.anyOf].find(Array.isArray)?.[0] as unknown;
  if (option !== undefined && !schema.properties) return makeValue({ ...place, schema: option }, spot);
  const type = typeOf(schema);
  if (type === "object") return objectOf(place, spot);
  if (type === "array") return arrayOf(place, spot);
  return plainOf(type, schema, spot.name);
}

function toldBy(schema: SchemaObject): { value: unknown } | undefined {
  if (schema.example !== undefined) return { value: schema.example };
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return { value: schema.examples[0] };
  if (schema.const !== undefined) return { value: schema.const };
  if (schema.default !== undefined) return { value: schema.default };
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return { value: schema.enum[0] };
  return undefined;
}

function typeOf({ type, properties, items }: SchemaObject): string {
  const named = Array.isArray(type) ? type.find((each) => each !== "null") : type;
  if (typeof named === "string") return named;
  if (isSchemaObject(properties)) return "object";
  return items === undefined ? "any" : "array";
}

function objectOf(place: ResolvedPlace, { depth }: Spot): Record<string, unknown> {
  const { properties, required } = place.schema;
  if (!isSchemaObject(properties)) return {};
  const isRequired = (name: string) => Array.isArray(required) && required.includes(name);
  const entries = Object.entries(properties).flatMap(([name, inner]): [string, unknown][] => {
    const value = makeValue({ ...place, schema: inner }, { name, depth: depth + 1 });
    return value === null && !isRequired(name) ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function arrayOf(place: ResolvedPlace, { name, depth }: Spot): unknown[] {
  const { items, minItems } = place.schema;
  if (!isSchemaObject(items)) return [];
  const item = makeValue({ ...place, schema: items }, { name, depth: depth + 1 });
  if (item === null) return [];
  return Array.from({ length: Math.min(Math.max(Number(minItems) || 1, 1), 5) }, () => item);
}

function plainOf(type: string, schema: SchemaObject, name: string): unknown {
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberOf(schema, type === "integer");
  return type === "string" ? stringOf(schema, name) : null;
}

function numberOf(
  { minimum, maximum, exclusiveMinimum, multipleOf }: SchemaObject,
  isWhole: boolean,
): number {
  const lowest = typeof minimum === "number" ? minimum : undefined;
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : undefined;
  const step = typeof multipleOf === "number" && multipleOf > 0 ? multipleOf : 1;
  const value =
    lowest ?? above ?? (typeof maximum === "number" ? Math.min(maximum, 42) : isWhole ? 42 : 42.5);
  return step === 1 ? value : Math.ceil(value / step) * step;
}

function stringOf({ format, minLength, maxLength }: SchemaObject, name: string): string {
  const formatted = formats[String(format)];
  if (formatted !== undefined) return formatted;
  const text = name === "id" || name.endsWith("_id") || name.endsWith("Id") ? "id_1042" : name || "text";
  const shortest = typeof minLength === "number" ? Math.min(minLength, 1_000) : 0;
  const longest = typeof maxLength === "number" ? maxLength : Number.POSITIVE_INFINITY;
  return text.padEnd(shortest, "x").slice(0, longest);
}

const formats: Record<string, string> = {
  date: "2026-11-23",
  "date-time": "2026-11-23T09:30:00.000Z",
  time: "09:30:00Z",
  duration: "PT30M",
  email: "ada@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  uuid: "018f5e0a-7c1d-7b3a-9e2f-3c4d5e6f7a8b",
};

import { resolveSchema, type SchemaPlace } from "./resolve-schema.ts";
import { isSchemaObject, type SchemaObject } from "./schema-node.ts";

/** A schema's type in words: "string (date-time)", "array of integer", "string or null". */
export function describeType(place: SchemaPlace & { schema: SchemaObject }): string {
  const { schema } = place;
  const types = namedTypes(schema);
  if (types.length > 0) return types.map((type) => describeOne(type, place)).join(" or ");
  const options = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  const described = options.map((option) => {
    const inside = resolveSchema({ ...place, schema: option });
    return describeType(inside);
  });
  return described.length > 0 ? [...new Set(described)].join(" or ") : "any value";
}

function namedTypes(schema: SchemaObject): string[] {
  if (typeof schema.type === "string") return [schema.type];
  if (Array.isArray(schema.type)) return schema.type.filter((type) => typeof type === "string");
  if (isSchemaObject(schema.properties)) return ["object"];
  if (isSchemaObject(schema.items)) return ["array"];
  return Array.isArray(schema.enum) ? [...new Set(schema.enum.map(jsonType))] : [];
}

function describeOne(type: string, place: SchemaPlace & { schema: SchemaObject }): string {
  if (type === "array" && isSchemaObject(place.schema.items)) {
    return `array of ${describeType(resolveSchema({ ...place, schema: place.schema.items }))}`;
  }
  const { format } = place.schema;
  return type === "string" && typeof format === "string" ? `string (${format})` : type;
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

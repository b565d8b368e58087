import { describeType } from "./describe-type.ts";
import { type ResolvedPlace, resolveSchema, type SchemaPlace } from "./resolve-schema.ts";
import { limitsOf } from "./schema-limits.ts";
import { isSchemaObject, type SchemaNode, type SchemaObject } from "./schema-node.ts";

const maxSchemas = 5_000;

/**
 * Reads a JSON Schema as a tree of named values. `$ref` is followed within `root`, a schema inside itself only once;
 * of a schema without end the beginning is read.
 */
export function readSchema(
  schema: unknown,
  root: SchemaObject = isSchemaObject(schema) ? schema : {},
): SchemaNode {
  return readValue(
    { schema, root, trail: [], budget: { left: maxSchemas } },
    { name: "", isRequired: false },
  );
}

type Label = { name: string; isRequired: boolean };

function readValue(given: SchemaPlace, { name, isRequired }: Label): SchemaNode {
  const place = resolveSchema(given);
  const { schema } = place;
  const node = {
    name,
    isRequired,
    type: describeType(place),
    isDeprecated: schema.deprecated === true,
    description: textOf(schema.description) || textOf(schema.title),
    limits: limitsOf(schema),
    values: valuesOf(schema),
    children: childrenOf(place),
  };
  return isSchemaObject(schema.items) ? withItems(node, readItem(place)) : node;
}

function readItem(place: ResolvedPlace): SchemaNode {
  return readValue({ ...place, schema: place.schema.items }, { name: "each item", isRequired: false });
}

/** What an item holds stands right below the array; what only bounds it is said with the array itself. */
function withItems(node: SchemaNode, item: SchemaNode): SchemaNode {
  return {
    ...node,
    description: node.description || item.description,
    limits: [...node.limits, ...item.limits.map((limit) => `each ${limit}`)],
    values: item.values,
    children: item.children,
  };
}

function childrenOf(place: ResolvedPlace): SchemaNode[] {
  const { schema } = place;
  if (place.isRepeated) return [];
  const at = (inner: unknown, label: Label) => readValue({ ...place, schema: inner }, label);
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = isSchemaObject(schema.properties) ? Object.entries(schema.properties) : [];
  const nodes = properties.map(([name, inner]) => at(inner, { name, isRequired: required.includes(name) }));
  if (isSchemaObject(schema.additionalProperties) && Object.keys(schema.additionalProperties).length > 0)
    nodes.push(at(schema.additionalProperties, { name: "any other", isRequired: false }));
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 1)
    nodes.push(...alternatives.map((option) => at(option, { name: "either", isRequired: false })));
  return nodes;
}

/** `anyOf` and `oneOf` but for null, which the type already names. Simple ones are named there as well. */
function alternativesOf(schema: SchemaObject): unknown[] {
  const options = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  const given = options.filter((option) => !isSchemaObject(option) || option.type !== "null");
  return given.some((option) => isSchemaObject(option) && (option.properties || option.$ref || option.items))
    ? given
    : [];
}

function valuesOf({ enum: listed, const: only }: SchemaObject): string[] {
  if (only !== undefined) return [JSON.stringify(only)];
  return Array.isArray(listed) ? listed.map((value) => JSON.stringify(value)) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

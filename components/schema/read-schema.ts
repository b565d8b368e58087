import { describeType } from "./describe-type.ts";
import { resolveSchema, type SchemaPlace } from "./resolve-schema.ts";
import { limitsOf } from "./schema-limits.ts";
import { isSchemaObject, type SchemaNode, type SchemaObject } from "./schema-node.ts";

const maxDepth = 12;

/** Reads a JSON Schema as a tree of named values. `$ref` is followed within `root`, a schema inside itself only once. */
export function readSchema(
  schema: unknown,
  root: SchemaObject = isSchemaObject(schema) ? schema : {},
): SchemaNode {
  return readValue({ schema, root, trail: [] }, { name: "", isRequired: false });
}

type Label = { name: string; isRequired: boolean };

function readValue(place: SchemaPlace, { name, isRequired }: Label): SchemaNode {
  const { schema, isRepeated, ...inside } = resolveSchema(place);
  return {
    name,
    isRequired,
    type: describeType({ schema, ...inside }),
    isDeprecated: schema.deprecated === true,
    description: textOf(schema.description) || textOf(schema.title),
    limits: limitsOf(schema),
    values: valuesOf(schema),
    children: isRepeated || inside.trail.length > maxDepth ? [] : childrenOf({ schema, ...inside }),
  };
}

function childrenOf(place: SchemaPlace & { schema: SchemaObject }): SchemaNode[] {
  const { schema } = place;
  const at = (inner: unknown, label: Label) => readValue({ ...place, schema: inner }, label);
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = isSchemaObject(schema.properties) ? Object.entries(schema.properties) : [];
  const nodes = properties.map(([name, inner]) => at(inner, { name, isRequired: required.includes(name) }));
  if (isSchemaObject(schema.additionalProperties))
    nodes.push(at(schema.additionalProperties, { name: "any other", isRequired: false }));
  if (isSchemaObject(schema.items))
    nodes.push(...inner(at(schema.items, { name: "each item", isRequired: false })));
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 1)
    nodes.push(...alternatives.map((option) => at(option, { name: "either", isRequired: false })));
  return nodes;
}

/** An item's own properties stand right below the array; only what has none keeps a line of its own. */
function inner(item: SchemaNode): SchemaNode[] {
  const saysMore = item.limits.length > 0 || item.values.length > 0 || item.description !== "";
  return item.children.length > 0 ? item.children : saysMore ? [item] : [];
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

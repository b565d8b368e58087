import { isSchemaObject, type SchemaObject } from "./schema-node.ts";

/** A schema, the document its references point into, and the references followed on the way to it. */
export type SchemaPlace = {
  schema: unknown;
  root: SchemaObject;
  trail: readonly string[];
  /** Schemas that may still be read: references can multiply without end, a page cannot. */
  budget: { left: number };
};
export type ResolvedPlace = SchemaPlace & {
  schema: SchemaObject;
  /** The schema stands inside itself. */
  isRepeated: boolean;
};

/** Follows `$ref`, takes `allOf` together, and unwraps what is only "this or null"; never throws. */
export function resolveSchema(place: SchemaPlace): ResolvedPlace {
  const { schema, root, trail, budget } = place;
  budget.left -= 1;
  if (!isSchemaObject(schema) || budget.left < 0) return { ...place, schema: {}, isRepeated: false };
  const { $ref } = schema;
  if (typeof $ref === "string") {
    if (trail.includes($ref)) return { ...place, schema: { title: nameOf($ref) }, isRepeated: true };
    const { $ref: _followed, ...beside } = schema;
    const target = followPointer(root, $ref) ?? { description: `See ${$ref}` };
    return resolveSchema({ ...place, schema: { ...target, ...beside }, trail: [...trail, $ref] });
  }
  const only = onlyAlternative(schema);
  if (only) {
    const inside = resolveSchema({ ...place, schema: only });
    const { anyOf: _any, oneOf: _one, ...beside } = schema;
    return { ...inside, schema: orNull({ ...inside.schema, ...beside }) };
  }
  return { ...place, schema: withAllOf({ ...place, schema }), isRepeated: false };
}

function withAllOf(place: SchemaPlace & { schema: SchemaObject }): SchemaObject {
  const { schema } = place;
  if (!Array.isArray(schema.allOf)) return schema;
  const { allOf, ...own } = schema;
  const parts = allOf.map((part: unknown) => resolveSchema({ ...place, schema: part }).schema);
  return [...parts, own].reduce<SchemaObject>(merge, {});
}

function merge(left: SchemaObject, right: SchemaObject): SchemaObject {
  const properties = { ...objectAt(left, "properties"), ...objectAt(right, "properties") };
  const required = [left.required, right.required].filter(Array.isArray).flat();
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function objectAt(schema: SchemaObject, key: string): SchemaObject {
  const value = schema[key];
  return isSchemaObject(value) ? value : {};
}

/** The one alternative of `anyOf: [it, null]`. */
function onlyAlternative(schema: SchemaObject): unknown {
  const options = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (options?.length !== 2) return undefined;
  const rest = options.filter((option: unknown) => !isSchemaObject(option) || option.type !== "null");
  return rest.length === 1 ? rest[0] : undefined;
}

function orNull(schema: SchemaObject): SchemaObject {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type].filter(Boolean);
  return { ...schema, type: [...types, "null"] };
}

/** RFC 6901, within the document alone. */
function followPointer(root: SchemaObject, pointer: string): SchemaObject | undefined {
  if (!pointer.startsWith("#")) return undefined;
  const parts = pointer.slice(1).split("/").slice(1);
  const found = parts.reduce<unknown>((value, part) => {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    return isSchemaObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, root);
  return isSchemaObject(found) ? found : undefined;
}

function nameOf(pointer: string): string {
  return `${pointer.split("/").at(-1)} again`;
}

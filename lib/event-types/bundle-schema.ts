export type JsonObject = Record<string, unknown>;

const maxHops = 20;

/**
 * A copy of a schema that stands by itself: what it refers to in the document, directly or not, comes along once under
 * `$defs`, so that schemas which hold themselves end. References to elsewhere stay as they are.
 */
export function bundleSchema(document: JsonObject, schema: unknown): JsonObject {
  const names = new Map<string, string>();
  const waiting: string[] = [];
  const nameOf = (reference: string): string => {
    const known = names.get(reference);
    if (known !== undefined) return known;
    const last = (reference.split("/").at(-1) ?? "").replaceAll(/[^\w.-]/g, "_") || "root";
    const taken = new Set(names.values());
    const name = taken.has(last) ? `${last}_${names.size}` : last;
    names.set(reference, name);
    waiting.push(reference);
    return name;
  };
  const { $defs: _defs, definitions: _definitions, ...own } = asObject(schema);
  const bundled = rewrite(own, nameOf) as JsonObject;
  const parts: JsonObject = {};
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { $defs: _, ...part } = asObject(at(document, next) ?? {});
    parts[nameOf(next)] = rewrite(part, nameOf);
  }
  return Object.keys(parts).length > 0 ? { ...bundled, $defs: parts } : bundled;
}

/** What a value refers to within the document, or the value itself; nothing for a reference that leads nowhere. */
export function followReference(document: JsonObject, value: unknown): JsonObject {
  let found = value;
  for (let hop = 0; hop < maxHops; hop += 1) {
    const { $ref } = asObject(found);
    if (typeof $ref !== "string") return asObject(found);
    found = at(document, $ref);
  }
  return {};
}

/** The object under a key; an empty one when there is none. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  return Object.hasOwn(value, key) ? asObject(value[key]) : {};
}

function rewrite(value: unknown, nameOf: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => rewrite(each, nameOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string" && inner.startsWith("#")
        ? [key, `#/$defs/${nameOf(inner)}`]
        : [key, rewrite(inner, nameOf)],
    ),
  );
}

/** A JSON pointer (RFC 6901) as a fragment, within the document alone. */
function at(document: JsonObject, reference: string): unknown {
  if (!reference.startsWith("#")) return undefined;
  const parts = reference.slice(1).split("/").slice(1);
  return parts.reduce<unknown>((value, part) => {
    const key = decode(part).replaceAll("~1", "/").replaceAll("~0", "~");
    const holder: object = Array.isArray(value) ? value : asObject(value);
    return Object.hasOwn(holder, key) ? (holder as JsonObject)[key] : undefined;
  }, document);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

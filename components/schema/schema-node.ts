/** One value of a JSON Schema, ready to be shown. */
export type SchemaNode = {
  /** The property's name; empty for the value as a whole. */
  name: string;
  /** "string", "integer or null", "array of object". */
  type: string;
  isRequired: boolean;
  isDeprecated: boolean;
  description: string;
  /** Bounds in words: "at most 255 characters". */
  limits: string[];
  /** The values allowed, as JSON, where they are listed. */
  values: string[];
  /** Properties, items or alternatives inside. */
  children: SchemaNode[];
};

/** A JSON Schema as it is written; anything may stand in it, since people write it. */
export type SchemaObject = Record<string, unknown>;

export function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

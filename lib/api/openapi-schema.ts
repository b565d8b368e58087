import { z } from "zod";

export type JsonSchema = Record<string, unknown>;
/** The document's `components.schemas`, filled as operations are described. */
export type Schemas = Record<string, JsonSchema>;

/** The JSON Schema of what a caller gives (`input`) or gets (`output`); named parts go to `schemas` and are referred to. */
export function schemaOf(
  schema: z.ZodType,
  { io, schemas }: { io: "input" | "output"; schemas: Schemas },
): JsonSchema {
  const converted = z.toJSONSchema(schema, { io, unrepresentable: "any", override: openAnswers(io) });
  const text = JSON.stringify(converted).replaceAll("#/$defs/", "#/components/schemas/");
  const { $schema: _, $defs = {}, ...root } = JSON.parse(text) as JsonSchema;
  for (const [name, { id, ...part }] of Object.entries($defs as Schemas)) schemas[name] ??= part;
  return root;
}

/** Answers may gain fields; only what we take is closed. */
function openAnswers(io: "input" | "output") {
  return ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  };
}

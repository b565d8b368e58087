import fc from "fast-check";
import { apiDocument, type Schema } from "#test/support/api-document.ts";

/** Values that a schema of the document allows, the edges of its ranges among them; what patterns forbid may slip through. */
export function validFor(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return validFor(apiDocument.components.schemas[nameOf(schema.$ref)] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(validFor));
  const valid = ofType[schema.type ?? ""];
  return valid ? valid(schema) : fc.jsonValue();
}

const ofType: Record<string, (schema: Schema) => fc.Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  string: textFor,
  integer: ({ minimum = -100, maximum = 100_000, multipleOf = 1 }) =>
    fc
      .integer({ min: Math.ceil(minimum / multipleOf), max: Math.floor(maximum / multipleOf) })
      .map((value) => value * multipleOf),
  number: ({ minimum, maximum }) =>
    fc.double({
      noNaN: true,
      ...(minimum === undefined ? {} : { min: minimum }),
      ...(maximum === undefined ? {} : { max: maximum }),
    }),
  array: ({ items = {}, minItems = 0, maxItems = 5 }) =>
    fc.array(validFor(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 5)) }),
  object: objectFor,
};

function textFor({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === "date-time") return timeText;
  if (format === "email") return fc.constantFrom("ada@example.com", "Ada.Lovelace+1@EXAMPLE.org");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength: 128 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: "grapheme" }) },
    { weight: 1, arbitrary: fc.constant("x".repeat(maxLength)) },
  );
}

/** RFC 3339, with offsets and with years that a database may not hold. */
const timeText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "0000-01-01T00:00:00Z",
      "9999-12-31T23:59:59.999Z",
      "2026-02-28T23:59:59+23:59",
      "0001-01-01T00:00:00.123456789+14:00",
      "1969-12-31T23:59:59Z",
    ),
  },
);

function objectFor({
  properties = {},
  required = [],
  additionalProperties,
  propertyNames,
}: Schema): fc.Arbitrary<unknown> {
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, validFor(schema)])),
    { requiredKeys: required, noNullPrototype: true },
  );
  if (additionalProperties === undefined || additionalProperties === false) return named;
  const others = fc.dictionary(
    textFor({ minLength: 1, maxLength: 10, ...propertyNames }),
    validFor(additionalProperties === true ? {} : additionalProperties),
    { maxKeys: 4, noNullPrototype: true },
  );
  return fc.tuple(others, named).map(([extra, known]) => ({ ...extra, ...known }));
}

function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}

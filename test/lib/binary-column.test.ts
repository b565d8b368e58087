import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type ArrayType, binaryColumn } from "#lib/binary-column.ts";
import { closeDatabases, pool } from "#lib/db.ts";

afterAll(closeDatabases);

const text = fc
  .string({ unit: "binary" })
  .filter((value) => !value.includes("\u0000") && value.isWellFormed());
const when = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const float = fc.float({ noNaN: true }).filter((value) => !Object.is(value, -0));
const double = fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0));

/** What Postgres reads out of a parameter, in a form that compares. */
async function readBack(type: ArrayType, values: readonly unknown[], form = "value"): Promise<unknown[]> {
  const { rows } = await pool().query<{ value: unknown }>(
    `SELECT ${form} AS value FROM unnest($1::${type}[]) WITH ORDINALITY AS element (value, position) ORDER BY position`,
    [binaryColumn(type, values, (value) => value as never)],
  );
  return rows.map((row) => row.value);
}

const kinds: [type: ArrayType, values: fc.Arbitrary<unknown>, form?: string][] = [
  ["uuid", fc.uuid()],
  ["text", text],
  ["json", fc.json().filter((value) => value.isWellFormed()), "value::text"],
  ["bytea", fc.uint8Array().map((bytes) => Buffer.from(bytes))],
  ["bool", fc.boolean()],
  ["int", fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })],
  ["real", float, "value::float8"],
  ["float8", double],
  ["timestamptz", when],
];

test.each(kinds)(
  "a column of %s is read as it was given, with what is absent in its place",
  async (type, values, form) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(values), { maxLength: 20 }), async (given) => {
        expect(await readBack(type, given, form)).toEqual(given);
      }),
      { numRuns: 30 },
    );
  },
);

test("what is no UUID is refused before it is sent", () => {
  expect(() => binaryColumn("uuid", ["018f0000-0000-7000-8000-00000000000g"], (id) => id)).toThrow(
    "not a UUID",
  );
  expect(() => binaryColumn("uuid", [""], (id) => id)).toThrow("not a UUID");
});

import { expect, test } from "vitest";
import { all, any, sql, toStatement } from "#lib/log-query/sql.ts";

test("values become numbered parameters, never text", () => {
  const hostile = "'; DROP TABLE events; --";
  expect(toStatement(sql`SELECT ${hostile}, ${1}`)).toEqual({ text: "SELECT $1, $2", values: [hostile, 1] });
});

test("a piece inside another keeps its values in order", () => {
  const inner = sql`b = ${2} OR c = ${3}`;
  expect(toStatement(sql`a = ${1} AND (${inner}) AND d = ${4}`)).toEqual({
    text: "a = $1 AND (b = $2 OR c = $3) AND d = $4",
    values: [1, 2, 3, 4],
  });
});

test("pieces side by side join without a gap", () => {
  expect(toStatement(sql`${sql`a`}${sql`${1}`}${sql`b`}`)).toEqual({ text: "a$1b", values: [1] });
});

test("no condition is true for all and false for any", () => {
  expect(toStatement(all([])).text).toBe("TRUE");
  expect(toStatement(any([])).text).toBe("(FALSE)");
  expect(toStatement(sql`${all([sql`x`, any([sql`y`, sql`z`])])}`).text).toBe(
    "TRUE AND x AND (FALSE OR y OR z)",
  );
});

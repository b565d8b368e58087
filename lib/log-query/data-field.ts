import { type Sql, sql } from "./sql.ts";

/**
 * Whether the value at a path of an event's JSON text equals `value`; numbers compare as they are written. Text that cannot
 * hold the value, neither literally nor escaped, is skipped unparsed. Payloads that Postgres cannot read as text (`\u0000`,
 * half a surrogate pair) are never found rather than an error.
 */
export function dataFieldEquals(data: Sql, { path, value }: { path: string[]; value: string }): Sql {
  const disguise = mayBeEscaped.test(value) ? "\\" : unicodeEscape;
  return sql`
    (CASE WHEN strpos(${data}, ${value}) = 0 AND (strpos(${data}, '\\') = 0 OR strpos(${data}, ${disguise}) = 0) THEN NULL
          WHEN strpos(${data}, ${unicodeEscape}) = 0 OR pg_input_is_valid(${data}, 'jsonb') THEN ${data}::json #>> ${path}::text[]
      END) = ${value}`;
}

/** Characters that a JSON text may write with a backslash other than as \uXXXX. */
const mayBeEscaped = /["\\/\b\f\n\r\t]/;
const unicodeEscape = "\\u";

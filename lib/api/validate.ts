import type { Operation } from "../contracts/operation.ts";
import { AppError } from "../errors.ts";
import { fieldErrors } from "../field-errors.ts";
import { textFaults } from "./text-faults.ts";

type Query = Record<string, string | string[]>;
type Given = { params: unknown; query: Query; body: unknown };
type Validated = { params: unknown; query: unknown; body: unknown };

/**
 * Checks path, query and body against the operation; throws one 422 that names every fault (a malformed path id is 404).
 * `keepsText` operations store the body as it was sent, so what a database column cannot hold is no fault of theirs.
 */
export function validate(
  operation: Operation,
  given: Given,
  { keepsText }: { keepsText: boolean },
): Validated {
  const params = operation.params?.safeParse(given.params);
  if (params && !params.success) throw new AppError("not_found", { detail: "No such object." });
  const query = operation.query?.safeParse(given.query);
  const body = operation.body?.safeParse(given.body);
  const unknown = operation.query ? [] : Object.keys(given.query);
  const fields = [
    ...unknown.map((path) => ({ path, message: "is not a known field" })),
    ...textFaults(given.query),
    ...(keepsText ? [] : textFaults(given.body)),
    ...fieldErrors(query),
    ...fieldErrors(body),
  ];
  if (fields.length > 0)
    throw new AppError("invalid_request", { detail: "See errors for each value.", fields });
  return { params: params?.data, query: query?.data, body: body?.data };
}

/** The query of a request: a text for what is given once, all of them for what is repeated. */
export function queryOf(request: Request): Query {
  const start = request.url.indexOf("?");
  if (start === -1) return {};
  const values = Map.groupBy(new URLSearchParams(request.url.slice(start)), ([name]) => name);
  return Object.fromEntries(
    [...values].map(([name, pairs]) => {
      const [first = "", ...rest] = pairs.map(([, value]) => value);
      return [name, rest.length === 0 ? first : [first, ...rest]];
    }),
  );
}

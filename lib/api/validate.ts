import type { Operation } from "../contracts/operation.ts";
import { AppError } from "../errors.ts";
import { fieldErrors } from "../field-errors.ts";

type Given = { params: unknown; query: Record<string, string[]>; body: unknown };
type Validated = { params: unknown; query: unknown; body: unknown };

/** Checks path, query and body against the operation; throws one 422 that names every fault (a malformed path id is 404). */
export function validate(operation: Operation, given: Given): Validated {
  const params = operation.params?.safeParse(given.params);
  if (params && !params.success) throw new AppError("not_found", { detail: "No such object." });
  const query = operation.query?.safeParse(flatten(given.query));
  const body = operation.body?.safeParse(given.body);
  const fields = [...fieldErrors(query), ...fieldErrors(body)];
  if (fields.length > 0)
    throw new AppError("invalid_request", { detail: "See errors for each value.", fields });
  return { params: params?.data, query: query?.data, body: body?.data };
}

function flatten(query: Record<string, string[]>): Record<string, string | string[] | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

import { toNestErrors } from "@hookform/resolvers";
import type { FieldErrors, Resolver, ResolverOptions, ResolverResult } from "react-hook-form";
import type { z } from "zod";
import { asSentence, sentenceOf } from "#lib/client/sentence.ts";
import { createEndpointBody, updateEndpointBody } from "#lib/contracts/endpoints.ts";
import { type EndpointValues, toBody } from "./values.ts";

/** Checks a new endpoint by the API's own contract, so that both always say the same. */
export const resolveNew: Resolver<EndpointValues> = (values, _context, options) =>
  resolve(createEndpointBody.safeParse(toBody(values), { error: sentenceOf }), values, options);

/** Checks changed settings: as for a new endpoint, except that a masked header keeps its stored value. */
export const resolveChanged: Resolver<EndpointValues> = (values, _context, options) => {
  const { application: _application, secret: _secret, ...settings } = toBody(values);
  return resolve(updateEndpointBody.safeParse(settings, { error: sentenceOf }), values, options);
};

function resolve(
  parsed: z.ZodSafeParseResult<unknown>,
  values: EndpointValues,
  options: ResolverOptions<EndpointValues>,
): ResolverResult<EndpointValues> {
  const issues = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.map(String), message })),
    ...repeatedHeaders(values),
  ];
  if (issues.length === 0) return { values, errors: {} };
  const flat: Record<string, { type: string; message: string }> = {};
  for (const { path, message } of issues) {
    const field = fieldOf(path, values);
    flat[field] ??= { type: "contract", message: wordsFor(field, message) };
  }
  return { values: {}, errors: toNestErrors(flat as FieldErrors<EndpointValues>, options) };
}

/** Which field of the form a path of the API means: `headers.X-Team` is the row that names it, `eventTypes.3` the list. */
export function fieldOf(path: readonly string[], values: EndpointValues): string {
  const [field = "", ...rest] = path;
  if (field !== "headers") return field;
  const row = values.headers.findIndex(({ name }) => name.trim() === rest.join("."));
  return row < 0 ? "headers.root" : `headers.${row}.name`;
}

function repeatedHeaders({ headers }: EndpointValues) {
  const names = headers.map(({ name }) => name.trim().toLowerCase());
  return names.flatMap((name, row) =>
    name !== "" && names.indexOf(name) < row
      ? [{ path: ["headers", headers[row]?.name.trim() ?? ""], message: "This header is given twice." }]
      : [],
  );
}

function wordsFor(field: string, message: string): string {
  if (field === "retrySchedule")
    return "Write 1 to 30 waits such as 5s, 5m, 2h or 1d, none longer than 7 days.";
  return asSentence(message);
}

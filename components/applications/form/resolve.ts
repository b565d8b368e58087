import { toNestErrors } from "@hookform/resolvers";
import type { FieldErrors, Resolver } from "react-hook-form";
import { asSentence, sentenceOf } from "#lib/client/sentence.ts";
import { createApplicationBody } from "#lib/contracts/applications.ts";
import { type ApplicationValues, toBody } from "./values.ts";

/** Checks the form by the API's own contract, and each key once. */
export const resolveApplication: Resolver<ApplicationValues> = (values, _context, options) => {
  const flat: Record<string, { type: string; message: string }> = {};
  const parsed = createApplicationBody.safeParse(toBody(values), { error: sentenceOf });
  for (const { path, message } of parsed.error?.issues ?? []) {
    flat[fieldOf(path.map(String), values)] ??= { type: "contract", message: asSentence(message) };
  }
  for (const [row, message] of rowFaults(values)) flat[`metadata.${row}.key`] ??= { type: "row", message };
  if (Object.keys(flat).length === 0) return { values, errors: {} };
  return { values: {}, errors: toNestErrors(flat as FieldErrors<ApplicationValues>, options) };
};

/** Which field of the form a path of the API means: `metadata.plan` is the row with that key. */
export function fieldOf(path: readonly string[], { metadata }: ApplicationValues): string {
  const [field = "", ...rest] = path;
  if (field !== "metadata") return field;
  const row = metadata.findIndex(({ key }) => key.trim() === rest.join("."));
  return row < 0 ? "metadata.root" : `metadata.${row}.key`;
}

function rowFaults({ metadata }: ApplicationValues): [number, string][] {
  const keys = metadata.map(({ key }) => key.trim());
  return keys.flatMap((key, row): [number, string][] => {
    if (key === "") return metadata[row]?.value ? [[row, "Give the value a key."]] : [];
    return keys.indexOf(key) < row ? [[row, "This key is given twice."]] : [];
  });
}

import type { FieldErrors, Resolver } from "react-hook-form";
import { parseObject } from "#components/ui/parse-object.ts";
import { asSentence, sentenceOf } from "#lib/client/sentence.ts";
import { createEventTypeBody } from "#lib/contracts/event-types.ts";
import { type EventTypeValues, toBody } from "./values.ts";

/** Checks the form by the API's own contract; text that is no JSON object is told apart before. */
export const resolveEventType: Resolver<EventTypeValues> = (values) => {
  const errors: FieldErrors<EventTypeValues> = {};
  const parsed = createEventTypeBody.safeParse(toBody(values), { error: sentenceOf });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0]) as keyof EventTypeValues;
    errors[field] ??= { type: "contract", message: asSentence(message) };
  }
  for (const field of ["schema", "example"] as const) {
    const read = parseObject(values[field]);
    if ("fault" in read) errors[field] = { type: "json", message: read.fault };
  }
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
};

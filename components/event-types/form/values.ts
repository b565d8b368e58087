import type { z } from "zod";
import { parseObject } from "#components/ui/parse-object.ts";
import type { createEventTypeBody, EventType } from "#lib/contracts/event-types.ts";

/** What the form holds: schema and example as the text a person writes. */
export type EventTypeValues = { name: string; description: string; schema: string; example: string };

export const emptyEventType: EventTypeValues = { name: "", description: "", schema: "", example: "" };

export function valuesOf({ name, description, schema, example }: EventType): EventTypeValues {
  return { name, description, schema: textOf(schema), example: textOf(example) };
}

export type EventTypeBody = z.input<typeof createEventTypeBody>;

/** The form's values as the API takes them, for texts that were checked; an empty text is null. */
export function toBody({ name, description, schema, example }: EventTypeValues): EventTypeBody {
  return {
    name: name.trim(),
    description: description.trim(),
    schema: objectOf(schema),
    example: objectOf(example),
  };
}

function objectOf(text: string): Record<string, unknown> | null {
  const parsed = parseObject(text);
  return "value" in parsed ? parsed.value : null;
}

function textOf(value: unknown): string {
  return value === null ? "" : JSON.stringify(value, null, 2);
}

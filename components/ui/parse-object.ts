import { findJsonFault, placeOf } from "./json-fault.ts";

export type ParsedObject = { value: Record<string, unknown> | null } | { fault: string };

/** Reads text as a JSON object, or says what keeps it from being one and where; no text is no object. */
export function parseObject(text: string): ParsedObject {
  if (text.trim() === "") return { value: null };
  const fault = findJsonFault(text);
  if (fault) return { fault: `Not JSON at ${placeOf(text, fault.offset)}: ${fault.message}.` };
  const value: unknown = JSON.parse(text);
  return isObject(value) ? { value } : { fault: 'It must be a JSON object, such as { "id": 1 }.' };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

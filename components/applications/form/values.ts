import type { z } from "zod";
import type { Application, createApplicationBody } from "#lib/contracts/applications.ts";

/** What the form holds; metadata as rows, so that half a pair can be typed. */
export type ApplicationValues = { name: string; uid: string; metadata: { key: string; value: string }[] };

export const emptyApplication: ApplicationValues = { name: "", uid: "", metadata: [] };

export function valuesOf({ name, uid, metadata }: Application): ApplicationValues {
  return { name, uid, metadata: Object.entries(metadata).map(([key, value]) => ({ key, value })) };
}

export type ApplicationBody = z.input<typeof createApplicationBody>;

/** The form's values as the API takes them; a row without a key and a value is no pair. */
export function toBody({ name, uid, metadata }: ApplicationValues): ApplicationBody {
  const pairs = metadata.filter(({ key, value }) => key.trim() !== "" || value !== "");
  return {
    name: name.trim(),
    ...(uid.trim() ? { uid: uid.trim() } : {}),
    metadata: Object.fromEntries(pairs.map(({ key, value }) => [key.trim(), value])),
  };
}

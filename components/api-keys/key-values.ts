import type { FieldErrors, Resolver } from "react-hook-form";
import type { z } from "zod";
import { asSentence, sentenceOf } from "#lib/client/sentence.ts";
import { createApiKeyBody } from "#lib/contracts/api-keys.ts";
import type { Scope } from "#lib/contracts/permissions.ts";

const lifetimeDays = { never: null, "30": 30, "90": 90, "365": 365 } as const;
export type Lifetime = keyof typeof lifetimeDays;

export const lifetimes: readonly { value: Lifetime; label: string }[] = [
  { value: "never", label: "Never" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
];

export type KeyValues = { name: string; scopes: Scope[]; lifetime: Lifetime };

export const emptyKey: KeyValues = { name: "", scopes: ["events:write"], lifetime: "never" };

/** The form's values as the API takes them; the key's time runs from `now`. */
export function toBody({ name, scopes, lifetime }: KeyValues, now: Date): z.input<typeof createApiKeyBody> {
  const days = lifetimeDays[lifetime];
  if (days === null) return { name, scopes };
  return { name, scopes, expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString() };
}

/** Checks the form by the API's own contract. */
export const resolveKey: Resolver<KeyValues> = (values) => {
  const parsed = createApiKeyBody.safeParse(toBody(values, new Date()), { error: sentenceOf });
  if (parsed.success) return { values, errors: {} };
  const errors: FieldErrors<KeyValues> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0]) as keyof KeyValues;
    errors[field] ??= { type: "contract", message: asSentence(message) };
  }
  return { values: {}, errors };
};

import { createParser } from "nuqs";
import type { z } from "zod";

/** A URL parameter that the API would take; anything else in the address counts as absent. */
export function parseAsValid(schema: z.ZodType<string>) {
  return createParser<string>({
    parse: (text) => schema.safeParse(text).data ?? null,
    serialize: (value) => value,
  });
}

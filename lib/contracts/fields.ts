import { z } from "zod";
import { id, type Noun } from "./ids.ts";

const earliestMs = Date.UTC(1970, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/** RFC 3339 time such as `2026-11-23T09:30:00.000Z`, given with any offset, answered in UTC; between 1970 and 2200, so that every column holds it. */
export const timestamp = z.iso
  .datetime({ offset: true })
  .refine(
    (text) => Date.parse(text) >= earliestMs && Date.parse(text) < latestMs,
    "must lie between 1970 and 2200",
  )
  .meta({ examples: ["2026-11-23T09:30:00.000Z"] });

/** Names an event type: `invoice.paid`. */
export const eventTypeName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,128}$/, "may only hold letters, digits, dots, hyphens and underscores (1 to 128)")
  .meta({ examples: ["invoice.paid"] });

/** A name that is to stand in addresses as well, where `.` and `..` lead to the folder itself and the one above. */
export function addressable(name: z.ZodString): z.ZodString {
  return name.refine((text) => text !== "." && text !== "..", "must be more than one or two dots");
}

/** A subscription: an event type, a prefix with a wildcard (`invoice.*`), or `*`. */
export const subscriptionPattern = z
  .string()
  .regex(
    /^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$/,
    "must be an event type, a prefix such as invoice.*, or *",
  )
  .max(128)
  .meta({ examples: ["invoice.paid", "invoice.*", "*"] });

export const channel = z
  .string()
  .regex(/^[A-Za-z0-9_.:-]{1,128}$/, "may only hold letters, digits and _ . : -");
export const tag = z
  .string()
  .regex(/^[A-Za-z0-9_.:=/-]{1,128}$/, "may only hold letters, digits and _ . : = / -");

/** Free string pairs of the caller. */
export const metadata = z
  .record(z.string().min(1).max(64), z.string().max(512))
  .refine((pairs) => Object.keys(pairs).length <= 50, "may hold at most 50 pairs");

/** Seconds to wait before each retry. */
export const retrySchedule = z
  .array(z.int().min(1).max(604_800))
  .min(1)
  .max(30)
  .meta({
    description: "Seconds before each retry; one attempt more than its length.",
    examples: [[5, 300, 1800]],
  });

/** A page of a list, newest first; follow `nextCursor` until it is null. */
export function page<S extends z.ZodType>(item: S) {
  return z.object({
    data: z.array(item),
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
  });
}

/** A page of a log, whose filters may have to look at very much. */
export function logPage<S extends z.ZodType>(item: S) {
  return page(item).extend({
    searchedTo: timestamp.nullable().meta({
      description:
        "Set when the page was not filled, since looking beyond this time would have taken too long; a cursor goes on from there.",
    }),
  });
}

/** Query parameters every list understands. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(250).default(50),
  cursor: z.string().max(512).optional(),
});

/** Path parameters of an object named by its public id. */
export function idParams<N extends Noun>(noun: N) {
  return z.strictObject({ id: id(noun) });
}

/** A value in a query that may be given once, repeatedly or as a comma list, at most `max` times. */
export function listOf<S extends z.ZodType>(item: S, max = 50) {
  return z.preprocess(
    (value) =>
      typeof value === "string"
        ? value.split(",")
        : Array.isArray(value)
          ? value.flatMap((part) => String(part).split(","))
          : value,
    z.array(item).min(1).max(max),
  );
}

import { z } from "zod";
import { eventTypeName, idParams, listOf, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

const counts = {
  delivered: z.int(),
  retried: z.int().meta({ description: "Failed attempts that will be retried." }),
  failed: z.int().meta({ description: "Deliveries given up." }),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
};

export const statBucket = z.object({ startsAt: timestamp, ...counts }).meta({ id: "StatBucket" });
export type StatBucket = z.infer<typeof statBucket>;

export const stats = z
  .object({
    since: timestamp,
    until: timestamp,
    stepSeconds: z.int(),
    totals: z.object(counts),
    buckets: z.array(statBucket),
  })
  .meta({ id: "Stats", description: "One bucket a step without gaps, oldest first." });
export type Stats = z.infer<typeof stats>;

export const statsQuery = z.strictObject({
  since: timestamp.optional().meta({ description: "24 hours before until if absent." }),
  until: timestamp.optional().meta({ description: "Now if absent." }),
  step: z.coerce
    .number()
    .int()
    .min(300)
    .max(604_800)
    .multipleOf(300)
    .optional()
    .meta({ description: "Seconds per bucket, a multiple of 300; about 50 buckets if absent." }),
});

export const getStats = operation({
  id: "getStats",
  method: "get",
  path: "/stats",
  tag: "Stats",
  summary: "Attempts of the tenant, or of one event type, over time",
  access: "read",
  query: statsQuery.extend({ eventType: eventTypeName.optional() }),
  answer: { status: 200, schema: stats },
});

export const getEndpointStats = operation({
  id: "getEndpointStats",
  method: "get",
  path: "/endpoints/{id}/stats",
  tag: "Stats",
  summary: "Attempts of an endpoint over time",
  access: "read",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  query: statsQuery,
  answer: { status: 200, schema: stats },
});

export const listEndpointStats = operation({
  id: "listEndpointStats",
  method: "get",
  path: "/stats/endpoints",
  tag: "Stats",
  summary: "Hourly counts of the last 24 hours for up to 250 endpoints",
  description: "For sparklines and health in lists: one row an endpoint, worst first when no ids are given.",
  access: "read",
  portal: { query: { ids: "endpoint" }, compulsory: "ids" },
  query: z.strictObject({
    ids: listOf(id("endpoint"), 250).optional(),
  }),
  answer: {
    status: 200,
    schema: z.object({
      data: z.array(
        z.object({
          endpoint: id("endpoint"),
          delivered: z.int(),
          retried: z.int(),
          failed: z.int(),
          p95Ms: z.number().nullable(),
          hours: z.array(
            z.object({ startsAt: timestamp, delivered: z.int(), retried: z.int(), failed: z.int() }),
          ),
        }),
      ),
    }),
  },
});

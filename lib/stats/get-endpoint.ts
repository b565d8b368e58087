import { type Context, databaseOf } from "../context.ts";
import type { Stats } from "../contracts/stats.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { readSeries } from "./read-series.ts";
import { type StatsRange, timeSteps } from "./time-steps.ts";

/** Attempts of an endpoint over time, also of one that is deleted by now; 404 when it is not this tenant's. */
export async function getEndpointStats(
  ctx: Context,
  { id, ...range }: StatsRange & { id: string },
): Promise<Stats> {
  const uuid = fromPublicId("endpoint", id);
  const found =
    uuid && (await databaseOf(ctx).endpoint.count({ where: { id: uuid, tenantId: ctx.tenantId } }));
  if (!found) throw notFound("endpoint");
  return readSeries(ctx, { scope: "endpoint", scopeKey: uuid }, timeSteps(range, new Date()));
}

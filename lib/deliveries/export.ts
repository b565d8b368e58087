import type { Context } from "../context.ts";
import type { Delivery } from "../contracts/deliveries.ts";
import type { exportDeliveries as operation } from "../contracts/log-exports.ts";
import type { Input } from "../contracts/operation.ts";
import type { Cell } from "../csv.ts";
import { type Download, toDownload } from "../download.ts";
import { collectIds, pagesOf } from "../log-query/export-pages.ts";
import { readDeliveries } from "./read.ts";
import { searchDeliveries } from "./search.ts";

type Query = Input<typeof operation>["query"];

/** The deliveries that a filter finds up to now as a file, newest first, the newest 50,000 of them. */
export async function exportDeliveries(ctx: Context, { format, ...given }: Query): Promise<Download> {
  const filter = { ...given, until: given.until ?? new Date().toISOString() };
  const { ids, isCut } = await collectIds(await searchDeliveries(ctx, filter));
  return toDownload({
    name: `deliveries-${new Date().toISOString().slice(0, 10)}`,
    format,
    isCut,
    columns,
    pages: pagesOf(ids, (page) => readDeliveries(ctx, page)),
  });
}

const columns: Record<string, (delivery: Delivery) => Cell> = {
  createdAt: ({ createdAt }) => createdAt,
  id: ({ id }) => id,
  status: ({ status }) => status,
  eventType: ({ eventType }) => eventType,
  event: ({ event }) => event,
  endpoint: ({ endpoint }) => endpoint,
  endpointUrl: ({ endpointUrl }) => endpointUrl,
  application: ({ application }) => application,
  responseStatus: ({ responseStatus }) => responseStatus,
  errorKind: ({ errorKind }) => errorKind,
  durationMs: ({ durationMs }) => durationMs,
  attemptCount: ({ attemptCount }) => attemptCount,
  nextAttemptAt: ({ nextAttemptAt }) => nextAttemptAt,
  completedAt: ({ completedAt }) => completedAt,
};

import type { Context } from "../context.ts";
import type { Event } from "../contracts/events.ts";
import type { exportEvents as operation } from "../contracts/log-exports.ts";
import type { Input } from "../contracts/operation.ts";
import type { Cell } from "../csv.ts";
import { type Download, toDownload } from "../download.ts";
import { exceedsExport, exportPages } from "../log-query/export-pages.ts";
import { sql } from "../log-query/sql.ts";
import { eventConditions } from "./conditions.ts";
import { listEvents } from "./list.ts";

type Query = Input<typeof operation>["query"];

/** The events that a filter finds up to now as a file, newest first, the newest 50,000 of them, without their data. */
export async function exportEvents(ctx: Context, { format, ...given }: Query): Promise<Download> {
  const filter = { ...given, until: given.until ?? new Date().toISOString() };
  const found = await eventConditions(ctx, { ...filter, limit: 1 });
  return toDownload({
    name: `events-${new Date().toISOString().slice(0, 10)}`,
    format,
    isCut: await exceedsExport(ctx, { from: sql`events event`, ...found }),
    columns,
    pages: exportPages((page) => listEvents(ctx, { ...filter, ...page })),
  });
}

const columns: Record<string, (event: Event) => Cell> = {
  createdAt: ({ createdAt }) => createdAt,
  id: ({ id }) => id,
  uid: ({ uid }) => uid,
  type: ({ type }) => type,
  application: ({ application }) => application,
  tags: ({ tags }) => tags.join(" "),
  channels: ({ channels }) => channels.join(" "),
  timestamp: ({ timestamp }) => timestamp,
  openDeliveries: ({ deliveryCounts }) => deliveryCounts.open,
  delivered: ({ deliveryCounts }) => deliveryCounts.delivered,
  failed: ({ deliveryCounts }) => deliveryCounts.failed,
  canceled: ({ deliveryCounts }) => deliveryCounts.canceled,
};

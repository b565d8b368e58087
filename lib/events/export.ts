import type { Context } from "../context.ts";
import type { Event } from "../contracts/events.ts";
import type { exportEvents as operation } from "../contracts/log-exports.ts";
import type { Input } from "../contracts/operation.ts";
import type { Cell } from "../csv.ts";
import { type Download, toDownload } from "../download.ts";
import { collectIds, pagesOf } from "../log-query/export-pages.ts";
import { readEvents } from "./read.ts";
import { searchEvents } from "./search.ts";

type Query = Input<typeof operation>["query"];

/** The events that a filter finds up to now as a file, newest first, the newest 50,000 of them, without their data. */
export async function exportEvents(ctx: Context, { format, ...given }: Query): Promise<Download> {
  const filter = { ...given, until: given.until ?? new Date().toISOString() };
  const { ids, isCut } = await collectIds(await searchEvents(ctx, filter));
  return toDownload({
    name: `events-${new Date().toISOString().slice(0, 10)}`,
    format,
    isCut,
    columns,
    pages: pagesOf(ids, (page) => readEvents(ctx, page)),
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

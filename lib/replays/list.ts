import type { Context } from "../context.ts";
import type { Input } from "../contracts/operation.ts";
import type { listReplays as operation, Replay } from "../contracts/replays.ts";
import { type Page, readPage } from "../keyset.ts";
import { findApplication } from "../log-query/find-application.ts";
import { inSlice } from "../log-query/in-slice.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, any, sql } from "../log-query/sql.ts";
import { type ReplayRow, selectReplays, toReplay } from "./to-replay.ts";

/** Lists the tenant's replays, newest first. */
export async function listReplays(
  ctx: Context,
  query: Input<typeof operation>["query"],
): Promise<Page<Replay>> {
  const ofStatus = query.status?.map((status) => sql`replay.status = ${status}::replay_status`);
  const applicationId = query.application && ((await findApplication(ctx, query.application)) ?? null);
  const conditions = [
    sql`replay.tenant_id = ${ctx.tenantId}::uuid`,
    ...(ofStatus ? [any(ofStatus)] : []),
    ...(applicationId === undefined ? [] : [sql`replay.application_id = ${applicationId}::uuid`]),
  ];
  const page = await readPage<ReplayRow>(ctx.tenantId, query, {
    list: "replays",
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, order } = inSlice(sql`replay.id`, slice);
      return readRows<ReplayRow>(ctx, selectReplays(all([...conditions, ...where]), order));
    },
  });
  return { ...page, data: page.data.map((row) => toReplay(row, ctx)) };
}

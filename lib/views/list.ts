import { type Context, databaseOf } from "../context.ts";
import type { Input } from "../contracts/operation.ts";
import type { listViews as operation, SavedView } from "../contracts/views.ts";
import { newestFirst, type Page, readPage } from "../keyset.ts";
import { visibleTo } from "./find.ts";
import { toView, type ViewRow, withOwner } from "./to-view.ts";

/** Lists the views that whoever asks may see, newest first. */
export async function listViews(
  ctx: Context,
  { log, ...request }: Input<typeof operation>["query"],
): Promise<Page<SavedView>> {
  const page = await readPage<ViewRow>(ctx.tenantId, request, {
    list: "views",
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      const ofLog = log === undefined ? {} : { log };
      return databaseOf(ctx).savedView.findMany({
        where: { ...visibleTo(ctx), ...ofLog, ...where },
        ...order,
        include: withOwner,
      });
    },
  });
  return { ...page, data: page.data.map((row) => toView(ctx, row)) };
}

import { type Context, databaseOf } from "../context.ts";
import type { Alert } from "../contracts/alerts.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { toAlert } from "./to-alert.ts";

/** Lists what was told of the tenant's endpoints, newest first. */
export async function listAlerts(ctx: Context, query: PageRequest): Promise<Page<Alert>> {
  const page = await readPage(ctx.tenantId, query, {
    list: "alerts",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).alert.findMany({ where: { tenantId: ctx.tenantId, ...where }, ...order });
    },
    keyOf: (row) => row.id,
  });
  return { ...page, data: page.data.map(toAlert) };
}

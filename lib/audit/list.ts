import { type Context, databaseOf } from "../context.ts";
import type { AuditEntry, listAuditLog } from "../contracts/audit-log.ts";
import type { Input } from "../contracts/operation.ts";
import { newestFirst, type Page, readPage } from "../keyset.ts";
import { auditFilter } from "./filter.ts";
import { toAuditEntry } from "./to-entry.ts";

/** Lists who did what in the tenant, newest first. */
export async function listAuditEntries(
  ctx: Context,
  query: Input<typeof listAuditLog>["query"],
): Promise<Page<AuditEntry>> {
  const page = await readPage(ctx.tenantId, query, {
    list: "audit-log",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).auditEntry.findMany({
        where: { AND: [auditFilter(ctx, query), where] },
        ...order,
      });
    },
    keyOf: (entry) => entry.id,
  });
  return { ...page, data: page.data.map(toAuditEntry) };
}

import { type Context, databaseOf } from "../context.ts";
import type { Application, listApplications as operation } from "../contracts/applications.ts";
import type { Input } from "../contracts/operation.ts";
import { newestFirst, type Page, readPage } from "../keyset.ts";
import { holdsText } from "../search-text.ts";
import { applicationIncludes, toApplication } from "./to-application.ts";

/** Lists applications, newest first; `q` is part of a name or uid. */
export async function listApplications(
  ctx: Context,
  query: Input<typeof operation>["query"],
): Promise<Page<Application>> {
  const { tenantId } = ctx;
  const search = query.q ? { OR: [{ name: holdsText(query.q) }, { uid: holdsText(query.q) }] } : {};
  const page = await readPage(tenantId, query, {
    list: "applications",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).application.findMany({
        where: { AND: [{ tenantId, deletedAt: null }, search, where] },
        include: applicationIncludes,
        ...order,
      });
    },
    keyOf: (row) => row.id,
  });
  return { ...page, data: page.data.map(toApplication) };
}

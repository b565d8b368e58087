import { type Context, databaseOf } from "../context.ts";
import type { InboxRequest } from "../contracts/inbox.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { type RequestRow, requestColumns, toInboxRequest } from "./to-request.ts";

/** Lists what the tenant's inbox received, newest first. */
export async function listInboxRequests(ctx: Context, request: PageRequest): Promise<Page<InboxRequest>> {
  const page = await readPage<RequestRow>(ctx.tenantId, request, {
    list: "inbox-requests",
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, ...rest } = newestFirst(slice);
      return databaseOf(ctx).inboxRequest.findMany({
        where: { tenantId: ctx.tenantId, ...where },
        select: requestColumns,
        ...rest,
      });
    },
  });
  return { ...page, data: page.data.map(toInboxRequest) };
}

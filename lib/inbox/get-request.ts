import { bodyOf } from "../attempts/body-of.ts";
import { type Context, databaseOf } from "../context.ts";
import type { InboxRequestDetail } from "../contracts/inbox.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { toInboxRequest } from "./to-request.ts";

/** One received request with headers and body; 404 when it is not this tenant's, or not kept any more. */
export async function getInboxRequest(ctx: Context, { id }: { id: string }): Promise<InboxRequestDetail> {
  const uuid = fromPublicId("inboxRequest", id);
  const where = { id: uuid ?? "", tenantId: ctx.tenantId };
  const row = uuid && (await databaseOf(ctx).inboxRequest.findFirst({ where }));
  if (!row) throw notFound("request");
  return {
    ...toInboxRequest(row),
    // Written by us as pairs of texts.
    headers: row.headers as [string, string][],
    body: bodyOf(row.body, { truncated: row.bodyBytes > row.body.length }),
    remoteAddress: row.remoteAddress,
  };
}

import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Inbox } from "../contracts/inbox.ts";
import type { Transaction } from "../db.ts";
import { announceEndpoints } from "../endpoints/announce.ts";
import { toPublicId } from "../ids.ts";
import { getInbox } from "./get.ts";
import { toInbox } from "./to-inbox.ts";
import { inboxUrl, newInboxToken } from "./token.ts";

/** Gives the inbox a new URL; the old one is nobody's from then on, and the tenant's endpoints follow to the new one. */
export async function renewInbox(ctx: Context): Promise<Inbox> {
  return transaction(ctx, async (tx) => {
    const { tenantId } = ctx;
    const { url: before } = await getInbox({ ...ctx, tx });
    const token = newInboxToken();
    const row = await tx.inbox.update({ where: { tenantId }, data: { token, createdAt: new Date() } });
    await moveEndpoints(ctx, tx, { before, after: inboxUrl(token) });
    const target = { kind: "inbox", id: toPublicId("tenant", tenantId), label: "the test inbox" };
    await recordAudit(ctx, tx, { action: "inbox.renewed", target });
    return toInbox(row);
  });
}

async function moveEndpoints(
  { tenantId }: Context,
  tx: Transaction,
  move: { before: string; after: string },
) {
  const moved = await tx.$queryRaw<{ id: string; tenantId: string; applicationId: string }[]>`
    UPDATE endpoints SET url = ${move.after} || substr(url, length(${move.before}) + 1), updated_at = now()
     WHERE tenant_id = ${tenantId}::uuid AND deleted_at IS NULL AND starts_with(url, ${move.before})
    RETURNING id, tenant_id AS "tenantId", application_id AS "applicationId"`;
  await announceEndpoints(tx, moved);
}

import { type Context, databaseOf } from "../context.ts";
import type { Inbox } from "../contracts/inbox.ts";
import { toInbox } from "./to-inbox.ts";
import { newInboxToken } from "./token.ts";

/** The tenant's inbox, made when it is first asked for. */
export async function getInbox(ctx: Context): Promise<Inbox> {
  const db = databaseOf(ctx);
  const { tenantId } = ctx;
  const found = await db.inbox.findUnique({ where: { tenantId } });
  if (found) return toInbox(found);
  await db.inbox.createMany({ data: [{ tenantId, token: newInboxToken() }], skipDuplicates: true });
  return toInbox(await db.inbox.findUniqueOrThrow({ where: { tenantId } }));
}

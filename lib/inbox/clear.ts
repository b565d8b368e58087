import { type Context, databaseOf } from "../context.ts";

/** Forgets all that the tenant's inbox received. */
export async function clearInbox(ctx: Context): Promise<undefined> {
  await databaseOf(ctx).inboxRequest.deleteMany({ where: { tenantId: ctx.tenantId } });
}

import { type Context, databaseOf } from "../context.ts";
import type { Inbox, InboxStatus } from "../contracts/inbox.ts";
import { defined } from "../defined.ts";
import { getInbox } from "./get.ts";
import { toInbox } from "./to-inbox.ts";

export type AnswerChange = { status?: InboxStatus | undefined; delaySeconds?: number | undefined };

/** Chooses how the inbox answers from now on. */
export async function updateInbox(
  ctx: Context,
  { status: answerStatus, delaySeconds }: AnswerChange,
): Promise<Inbox> {
  await getInbox(ctx);
  const data = defined({ answerStatus, delaySeconds });
  return toInbox(await databaseOf(ctx).inbox.update({ where: { tenantId: ctx.tenantId }, data }));
}

import { type Context, databaseOf } from "../context.ts";
import type { Email } from "../contracts/emails.ts";
import { env } from "../env.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { open } from "../vault.ts";
import { sealOwner } from "./enqueue.ts";
import { toEmail } from "./to-email.ts";

/**
 * Reads an e-mail of the tenant. Its text only while no SMTP_URL is set and this is the mailbox: it may hold a link that
 * lets somebody in. Throws 404.
 */
export async function getEmail(
  ctx: Context,
  { id: publicId }: { id: string },
): Promise<Email & { text: string | null }> {
  const id = fromPublicId("email", publicId);
  const row = id && (await databaseOf(ctx).email.findFirst({ where: { id, tenantId: ctx.tenantId } }));
  if (!row) throw notFound("e-mail");
  const isMailbox = env().smtpUrl === undefined;
  const text = isMailbox ? open(row.sealed, sealOwner(row.tenantId, row.id)).toString() : null;
  return { ...toEmail(row), text };
}

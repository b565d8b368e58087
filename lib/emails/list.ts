import { type Context, databaseOf } from "../context.ts";
import type { Email } from "../contracts/emails.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { toEmail } from "./to-email.ts";

/** Lists the e-mails of the tenant's outbox, newest first. */
export async function listEmails(ctx: Context, query: PageRequest): Promise<Page<Email>> {
  const page = await readPage(ctx.tenantId, query, {
    list: "emails",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).email.findMany({ where: { tenantId: ctx.tenantId, ...where }, ...order });
    },
    keyOf: (row) => row.id,
  });
  return { ...page, data: page.data.map(toEmail) };
}

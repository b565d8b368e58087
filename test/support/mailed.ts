import { prisma } from "#lib/db.ts";
import { sealOwner } from "#lib/emails/enqueue.ts";
import { open } from "#lib/vault.ts";
import { waitFor } from "./wait-for.ts";

/** The secrets of the links to a page in the e-mails to an address, the latest first. */
export async function mailedLinks(recipient: string, page: string): Promise<string[]> {
  const rows = await prisma().email.findMany({ where: { recipient }, orderBy: { id: "desc" } });
  return rows.flatMap(({ tenantId, id, sealed }) => {
    const text = open(sealed, sealOwner(tenantId, id)).toString();
    const token = new RegExp(`/${page}/(\\S+)`).exec(text)?.[1];
    return token === undefined ? [] : [token];
  });
}

/** The secret of the latest such link, once it is there. */
export function mailedToken(recipient: string, page: string): Promise<string> {
  return waitFor("the e-mail", async () => (await mailedLinks(recipient, page))[0]);
}

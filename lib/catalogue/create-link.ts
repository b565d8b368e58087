import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { CatalogueLink } from "../contracts/catalogue.ts";
import { toPublicId } from "../ids.ts";
import { toCatalogueLink } from "./get-link.ts";
import { newCatalogueToken } from "./token.ts";

/** Shows the catalogue to anybody who has the link from now on; a former link stops working. */
export function createCatalogueLink(ctx: Context): Promise<CatalogueLink> {
  return transaction(ctx, async (tx) => {
    const { tenantId } = ctx;
    const former = await tx.publicCatalogue.findUnique({ where: { tenantId } });
    const data = { ...newCatalogueToken(tenantId), createdBy: ctx.actor.label, createdAt: new Date() };
    const row = await tx.publicCatalogue.upsert({
      where: { tenantId },
      create: { tenantId, ...data },
      update: data,
    });
    const action = former ? "catalogue.link_renewed" : "catalogue.published";
    await recordAudit(ctx, tx, { action, target: catalogueTarget(tenantId) });
    return toCatalogueLink(row);
  });
}

/** A tenant's catalogue as the audit log names it. */
export function catalogueTarget(tenantId: string) {
  return { kind: "catalogue", id: toPublicId("tenant", tenantId), label: "the event type catalogue" };
}

import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { catalogueTarget } from "./create-link.ts";

/** Shows the catalogue to nobody outside any more; does nothing where there is no link. */
export async function removeCatalogueLink(ctx: Context): Promise<undefined> {
  await transaction(ctx, async (tx) => {
    const { count } = await tx.publicCatalogue.deleteMany({ where: { tenantId: ctx.tenantId } });
    if (count === 0) return;
    await recordAudit(ctx, tx, {
      action: "catalogue.unpublished",
      target: catalogueTarget(ctx.tenantId),
    });
  });
}

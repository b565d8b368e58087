import type { PublicCatalogue } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import type { CatalogueLink } from "../contracts/catalogue.ts";
import { catalogueUrl } from "./token.ts";

/** The public link of the tenant's catalogue, if it has one. */
export async function getCatalogueLink(ctx: Context): Promise<CatalogueLink> {
  const where = { tenantId: ctx.tenantId };
  return toCatalogueLink(await databaseOf(ctx).publicCatalogue.findUnique({ where }));
}

/** The contract's shape of a row, or of there being none. */
export function toCatalogueLink(row: PublicCatalogue | null): CatalogueLink {
  if (!row) return { url: null, createdBy: null, createdAt: null };
  return { url: catalogueUrl(row), createdBy: row.createdBy, createdAt: row.createdAt.toISOString() };
}

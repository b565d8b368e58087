import type { Prisma } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import type { Transaction } from "../db.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";

/** What must be read of an endpoint to show it. */
export const endpointIncludes = {
  health: true,
  secrets: {
    select: { expiresAt: true },
    where: { expiresAt: { not: null } },
    orderBy: { expiresAt: "asc" },
  },
} as const satisfies Prisma.EndpointInclude;

export type EndpointRow = Prisma.EndpointGetPayload<{ include: typeof endpointIncludes }>;

/** Reads an endpoint of the tenant by its public id. Throws 404, also for a deleted one. */
export async function findEndpoint(ctx: Context, publicId: string): Promise<EndpointRow> {
  const id = fromPublicId("endpoint", publicId);
  const found =
    id &&
    (await databaseOf(ctx).endpoint.findFirst({
      where: { id, tenantId: ctx.tenantId, deletedAt: null },
      include: endpointIncludes,
    }));
  if (!found) throw notFound("endpoint");
  return found;
}

/** As `findEndpoint`, holding the endpoint against other changes until the transaction ends. */
export async function lockEndpoint(ctx: Context, tx: Transaction, publicId: string): Promise<EndpointRow> {
  const id = fromPublicId("endpoint", publicId) ?? null;
  await tx.$queryRaw`
    SELECT id FROM endpoints WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid FOR NO KEY UPDATE`;
  return findEndpoint({ ...ctx, tx }, publicId);
}

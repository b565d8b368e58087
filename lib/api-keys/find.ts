import { type Context, databaseOf } from "../context.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";

/** Reads a key of the tenant by its public id. Throws 404, also for a revoked one. */
export async function findApiKey(ctx: Context, publicId: string) {
  const id = fromPublicId("apiKey", publicId);
  const found =
    id &&
    (await databaseOf(ctx).apiKey.findFirst({ where: { id, tenantId: ctx.tenantId, revokedAt: null } }));
  if (!found) throw notFound("API key");
  return found;
}

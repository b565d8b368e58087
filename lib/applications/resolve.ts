import { type Context, databaseOf } from "../context.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";

/** Finds an application by its public id or its uid, the default one when none is named. Throws 404. */
export async function resolveApplication(
  ctx: Context,
  ref: string | undefined,
): Promise<{ id: string; uid: string; name: string; isDefault: boolean }> {
  const found = await databaseOf(ctx).application.findFirst({
    where: { tenantId: ctx.tenantId, deletedAt: null, ...conditionOf(ref) },
    select: { id: true, uid: true, name: true, isDefault: true },
  });
  if (!found) throw notFound("application");
  return found;
}

function conditionOf(ref: string | undefined) {
  if (ref === undefined) return { isDefault: true };
  const id = fromPublicId("application", ref);
  return id === undefined ? { uid: ref } : { id };
}

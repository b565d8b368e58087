import type { Prisma } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import { roleCan } from "../contracts/permissions.ts";
import { AppError, notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { findMembership } from "../members/find-membership.ts";
import { personOf } from "./person-of.ts";
import { type ViewRow, withOwner } from "./to-view.ts";

/** Which views of the tenant whoever asks may see: shared ones, and their own. */
export function visibleTo(ctx: Context): Prisma.SavedViewWhereInput {
  const ownerId = personOf(ctx);
  return {
    tenantId: ctx.tenantId,
    OR: [{ isShared: true }, ...(ownerId === null ? [] : [{ ownerId }])],
  };
}

/** A view that whoever asks may see, by its public id. Throws 404 for any other. */
export async function findView(ctx: Context, publicId: string): Promise<ViewRow> {
  const id = fromPublicId("view", publicId);
  const row =
    id &&
    (await databaseOf(ctx).savedView.findFirst({ where: { id, ...visibleTo(ctx) }, include: withOwner }));
  if (!row) throw notFound("view");
  return row;
}

/** As `findView`, for one that whoever asks may change: their own, or a shared one for admins. Throws 403 otherwise. */
export async function findOwnView(ctx: Context, publicId: string): Promise<ViewRow> {
  const row = await findView(ctx, publicId);
  const userId = personOf(ctx);
  if (userId !== null && row.ownerId === userId) return row;
  const membership = userId === null ? undefined : await findMembership(userId, ctx.tenantId);
  if (membership && roleCan(membership.role, "tenant:manage")) return row;
  throw new AppError("forbidden", { detail: "Only its owner and admins change a shared view." });
}

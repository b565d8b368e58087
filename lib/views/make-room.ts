import type { Context } from "../context.ts";
import { mostOwnViews, mostSharedViews } from "../contracts/views.ts";
import type { Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { lockTenant } from "../members/lock.ts";

export type Place = { log: string; name: string; isShared: boolean; ownerId: string };

/**
 * Sees to it that a view can be put there, one at a time in the tenant: throws 409 when its name is taken there, by another
 * than `except`, or when there are as many as may be.
 */
export async function makeRoom(
  ctx: Context,
  tx: Transaction,
  { place, except }: { place: Place; except?: string },
): Promise<void> {
  await lockTenant(tx, ctx.tenantId);
  const { log, name, isShared, ownerId } = place;
  const beside = {
    tenantId: ctx.tenantId,
    isShared,
    ...(isShared ? {} : { ownerId }),
    ...(except === undefined ? {} : { id: { not: except } }),
  };
  if ((await tx.savedView.count({ where: { ...beside, log, name } })) > 0) throw nameTaken(place);
  if ((await tx.savedView.count({ where: beside })) < (isShared ? mostSharedViews : mostOwnViews)) return;
  const whose = isShared ? `This tenant shares ${mostSharedViews}` : `You keep ${mostOwnViews}`;
  throw new AppError("conflict", { detail: `${whose} views, which is the most. Delete one first.` });
}

function nameTaken({ name, isShared }: Place): AppError {
  const detail = isShared
    ? `A shared view is called ${name} already.`
    : `You have a view called ${name} already.`;
  return new AppError("already_exists", { detail, fields: [{ path: "name", message: detail }] });
}

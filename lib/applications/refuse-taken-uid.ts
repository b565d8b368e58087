import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { AppError } from "../errors.ts";

/** Throws 409 when another application of the tenant has this uid; the unique index stands behind it against races. */
export async function refuseTakenUid(
  { tenantId }: Context,
  tx: Transaction,
  { uid, exceptId }: { uid: string; exceptId?: string },
): Promise<void> {
  const other = await tx.application.findFirst({ where: { tenantId, uid, deletedAt: null } });
  if (!other || other.id === exceptId) return;
  const detail = `Another application has the uid ${uid}.`;
  throw new AppError("already_exists", { detail, fields: [{ path: "uid", message: detail }] });
}

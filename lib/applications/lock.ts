import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { resolveApplication } from "./resolve.ts";

/** Finds an application as `resolveApplication` does and keeps it from being deleted until the transaction ends. */
export async function lockApplication(ctx: Context, tx: Transaction, ref: string | undefined) {
  const { id } = await resolveApplication({ ...ctx, tx }, ref);
  await tx.$queryRaw`
    SELECT id FROM applications WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid FOR SHARE`;
  return resolveApplication({ ...ctx, tx }, ref);
}

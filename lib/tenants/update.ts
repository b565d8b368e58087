import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { updateTenant as operation, Tenant } from "../contracts/me.ts";
import type { Input } from "../contracts/operation.ts";
import { defined } from "../defined.ts";
import { toPublicId } from "../ids.ts";
import { toTenant } from "./to-tenant.ts";

/** Renames the tenant or changes its retry schedule in seconds; null returns to the installation's. */
export function updateTenant(
  ctx: Context,
  { name, retrySchedule }: Input<typeof operation>["body"],
): Promise<Tenant> {
  return transaction(ctx, async (tx) => {
    const schedule = retrySchedule === undefined ? undefined : (retrySchedule ?? []);
    const data = defined({ name, retrySchedule: schedule });
    const row = await tx.tenant.update({ where: { id: ctx.tenantId }, data });
    const target = { kind: "tenant", id: toPublicId("tenant", row.id), label: row.name };
    await recordAudit(ctx, tx, { action: "tenant.updated", target, details: { fields: Object.keys(data) } });
    return toTenant(row);
  });
}

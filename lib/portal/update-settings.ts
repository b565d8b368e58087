import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Input } from "../contracts/operation.ts";
import type { updatePortalSettings as operation, PortalSettings } from "../contracts/portal-settings.ts";
import { defined } from "../defined.ts";
import { toPublicId } from "../ids.ts";
import { readLogo } from "./read-logo.ts";
import { toPortalSettings } from "./settings.ts";

/** Changes what is given; null takes it back. Throws 422 for a logo that is no picture, or too large. */
export function updatePortalSettings(
  ctx: Context,
  { logo: given, ...fields }: Input<typeof operation>["body"],
): Promise<PortalSettings> {
  const logo = given === undefined ? {} : readLogo(given);
  return transaction(ctx, async (tx) => {
    const { tenantId } = ctx;
    const data = { ...defined(fields), ...logo, updatedAt: new Date() };
    const row = await tx.portalSettings.upsert({
      where: { tenantId },
      create: { tenantId, ...data },
      update: data,
      include: { tenant: { select: { name: true } } },
    });
    const target = { kind: "tenant", id: toPublicId("tenant", tenantId), label: row.tenant.name };
    const changed = [...Object.keys(defined(fields)), ...(given === undefined ? [] : ["logo"])];
    const details = { fields: changed, origins: row.origins };
    await recordAudit(ctx, tx, { action: "portal.settings_updated", target, details });
    return toPortalSettings(row);
  });
}

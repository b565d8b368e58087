import type { Prisma } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import type { PortalSettings } from "../contracts/portal-settings.ts";

/** How the tenant's portal looks and who may show it in a frame; what was never set is null, origins are none. */
export async function getPortalSettings(ctx: Context): Promise<PortalSettings> {
  const where = { tenantId: ctx.tenantId };
  return toPortalSettings(await databaseOf(ctx).portalSettings.findUnique({ where }));
}

/** The contract's shape of the stored settings. */
export function toPortalSettings(row: Prisma.PortalSettingsGetPayload<object> | null): PortalSettings {
  return {
    name: row?.name ?? null,
    accentColor: row?.accentColor ?? null,
    logo:
      row?.logo && row.logoType
        ? `data:${row.logoType};base64,${Buffer.from(row.logo).toString("base64")}`
        : null,
    origins: row?.origins ?? [],
  };
}

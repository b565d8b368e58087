import { networkOf } from "../client-address.ts";
import { prisma } from "../db.ts";
import { toPortalSettings } from "../portal/settings.ts";
import { takeRate } from "../rate-limit.ts";
import { hashToken } from "../vault.ts";

/** A catalogue that its link has opened. Only what is in `brand` is for the eyes of whoever holds the link. */
export type OpenCatalogue = {
  tenantId: string;
  brand: { name: string; accentColor: string | null; logo: string | null };
};

export type Visit = { token: string; ipAddress: string | undefined };

const perMinute = 300;

/** The catalogue behind a public link, undefined when there is none (any more). Throws 429 past 300 looks a minute from one network. */
export async function openCatalogue({ token, ipAddress }: Visit): Promise<OpenCatalogue | undefined> {
  if (ipAddress !== undefined) {
    const key = `catalogue:network:${networkOf(ipAddress)}`;
    await takeRate({ key, limit: perMinute, windowSeconds: 60 });
  }
  const found = await prisma().publicCatalogue.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { tenant: { include: { portalSettings: true } } },
  });
  if (!found) return undefined;
  const { tenant, tenantId } = found;
  const { name, accentColor, logo } = toPortalSettings(tenant.portalSettings);
  return { tenantId, brand: { name: name ?? tenant.name, accentColor, logo } };
}

import type { Prisma } from "#prisma/generated/client.ts";
import type { Tenant } from "../contracts/me.ts";
import { toPublicId } from "../ids.ts";

/** The contract's shape of a tenant's row. */
export function toTenant(row: Prisma.TenantGetPayload<object>): Tenant {
  return {
    id: toPublicId("tenant", row.id),
    slug: row.slug,
    name: row.name,
    retrySchedule: row.retrySchedule.length > 0 ? row.retrySchedule : null,
    createdAt: row.createdAt.toISOString(),
  };
}

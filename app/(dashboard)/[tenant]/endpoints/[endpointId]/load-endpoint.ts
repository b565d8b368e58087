import { cache } from "react";
import { requireMember } from "#lib/auth/require-member.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { getEndpoint } from "#lib/endpoints/get.ts";
import { AppError } from "#lib/errors.ts";
import { fromPublicId } from "#lib/ids.ts";

/** The endpoint of the page, once per request; undefined when there is none in this tenant. */
export const loadEndpoint = cache(async (slug: string, id: string) => {
  const { tenant, user } = await requireMember(slug);
  const tenantId = fromPublicId("tenant", tenant.id);
  const actor = { kind: "user", id: user.id, label: user.email } as const;
  const endpoint = tenantId ? await getEndpoint({ tenantId, actor }, { id }).catch(ignoreMissing) : undefined;
  return endpoint && { tenantId: tenant.id, endpoint };
});

function ignoreMissing(error: unknown): Endpoint | undefined {
  if (error instanceof AppError && error.code === "not_found") return undefined;
  throw error;
}

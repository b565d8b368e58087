import { cache } from "react";
import { getApplication } from "#lib/applications/get.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import type { Application } from "#lib/contracts/applications.ts";
import { AppError } from "#lib/errors.ts";
import { fromPublicId } from "#lib/ids.ts";

/** The application of the page, once per request; undefined when there is none in this tenant. */
export const loadApplication = cache(async (slug: string, application: string) => {
  const { tenant, user } = await requireMember(slug);
  const tenantId = fromPublicId("tenant", tenant.id);
  if (!tenantId) return undefined;
  const actor = { kind: "user", id: user.id, label: user.email } as const;
  const found = await getApplication({ tenantId, actor }, { application }).catch(ignoreMissing);
  return found && { tenantId: tenant.id, tenantName: tenant.name, application: found };
});

function ignoreMissing(error: unknown): Application | undefined {
  if (error instanceof AppError && error.code === "not_found") return undefined;
  throw error;
}

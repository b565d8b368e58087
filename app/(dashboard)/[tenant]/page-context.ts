import { notFound } from "next/navigation";
import { cache } from "react";
import { requireMember } from "#lib/auth/require-member.ts";
import type { Context } from "#lib/context.ts";
import { fromPublicId } from "#lib/ids.ts";

/** Who looks at a page of this tenant, as the verbs of the domain take it. Every role may read. */
export const pageContext = cache(async (slug: string) => {
  const { tenant, user } = await requireMember(slug);
  const tenantId = fromPublicId("tenant", tenant.id) ?? notFound();
  const userId = fromPublicId("user", user.id) ?? notFound();
  const ctx: Context = { tenantId, actor: { kind: "user", id: userId, label: user.email } };
  return { ctx, tenant };
});

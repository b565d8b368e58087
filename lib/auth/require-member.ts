import { notFound } from "next/navigation";
import { cache } from "react";
import type { Role } from "../contracts/permissions.ts";
import { toPublicId } from "../ids.ts";
import { listTenants } from "../tenants/list.ts";
import { requireUser } from "./require-user.ts";

/** Who looks at a tenant's page, and where; ids are public. */
export type Membership = {
  user: { id: string; email: string; name: string; isVerified: boolean };
  tenant: { id: string; slug: string; name: string };
  role: Role;
  tenants: { slug: string; name: string; role: Role }[];
};

/** The member at a tenant's page: sends to sign-in whoever is signed out, and answers 404 to who is no member. Asked once a request. */
export const requireMember = cache(async (slug: string): Promise<Membership> => {
  const { id, email, name, isVerified } = await requireUser(`/${slug}`);
  const tenants = await listTenants(id);
  const here = tenants.find((tenant) => tenant.slug === slug) ?? notFound();
  return {
    user: { id: toPublicId("user", id), email, name, isVerified },
    tenant: { id: toPublicId("tenant", here.id), slug: here.slug, name: here.name },
    role: here.role,
    tenants: tenants.map((tenant) => ({ slug: tenant.slug, name: tenant.name, role: tenant.role })),
  };
});

"use client";

import { createContext, type ReactNode, use } from "react";
import type { Permission, Role } from "../contracts/permissions.ts";

export type CurrentTenant = {
  /** Public id, for the API. */
  id: string;
  /** For addresses: `/${slug}/endpoints`; in the portal it is `portal/acme`. */
  slug: string;
  name: string;
  /** What the person at the screen may do here. */
  role: Role;
  /** Whether it has applications beside its default one; as of when the page was loaded. */
  hasApplications: boolean;
  user: { id: string; email: string; name: string; isVerified: boolean };
  /** Set in the portal, which is confined to one application: what its link allows, whatever the role. */
  portal?: { permissions: readonly Permission[]; application: { id: string; name: string } };
};

const TenantContext = createContext<CurrentTenant | undefined>(undefined);

export function TenantProvider({ value, children }: { value: CurrentTenant; children: ReactNode }) {
  return <TenantContext value={value}>{children}</TenantContext>;
}

/** The tenant whose pages these are. Throws outside of them. */
export function useTenant(): CurrentTenant {
  const tenant = use(TenantContext);
  if (!tenant) throw new Error("useTenant is for the pages of a tenant, inside TenantProvider");
  return tenant;
}

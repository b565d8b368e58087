"use client";

import { createContext, type ReactNode, use } from "react";
import type { Role } from "../contracts/permissions.ts";

export type CurrentTenant = {
  /** Public id, for the API. */
  id: string;
  /** For addresses: `/${slug}/endpoints`. */
  slug: string;
  name: string;
  /** What the person at the screen may do here. */
  role: Role;
  user: { id: string; email: string; name: string; isVerified: boolean };
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

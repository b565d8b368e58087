"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo } from "react";
import { LiveUpdates } from "#components/dashboard/live-updates.tsx";
import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { leavePortal } from "#lib/client/open-portal.ts";
import { portalQuery } from "#lib/client/portal.ts";
import { carryPortalToken } from "#lib/client/portal-token.ts";
import { ApiProblem } from "#lib/client/problem.ts";
import { TenantProvider } from "#lib/client/tenant.tsx";
import type { Portal } from "#lib/contracts/portal-settings.ts";
import { PortalFrame } from "./portal-frame.tsx";
import { PortalOver } from "./portal-over.tsx";

/** Opens the portal with the link in the address, and closes it when the session is over. */
export function PortalGate({ slug, children }: { slug: string; children: ReactNode }) {
  const { data: portal, error, refetch } = useQuery(portalQuery(slug));
  useNewLinks(slug);
  useEnd(slug);
  if (portal === null) return <PortalOver />;
  if (portal) return <OpenPortal portal={portal}>{children}</OpenPortal>;
  return error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
}

function OpenPortal({ portal, children }: { portal: Portal; children: ReactNode }) {
  const { tenant, application, permissions } = portal;
  const value = useMemo(
    () => ({
      id: tenant.id,
      slug: `portal/${tenant.slug}`,
      name: tenant.name,
      role: "viewer" as const,
      hasApplications: false,
      user: { id: "", email: "", name: application.name, isVerified: true },
      portal: { permissions, application },
    }),
    [tenant, application, permissions],
  );
  return (
    <TenantProvider value={value}>
      <PortalFrame portal={portal}>{children}</PortalFrame>
      <LiveUpdates />
    </TenantProvider>
  );
}

/** A page that gives its frame another link changes the fragment alone, which loads nothing by itself. */
function useNewLinks(slug: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const look = () => {
      if (!location.hash.startsWith("#phl_")) return;
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "portal" });
      void queryClient.resetQueries({ queryKey: portalQuery(slug).queryKey });
    };
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [queryClient, slug]);
  useEffect(() => () => carryPortalToken(undefined), []);
}

/** The first call that is refused as unauthenticated ends the portal. */
function useEnd(slug: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const end = (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.code !== "unauthenticated") return;
      leavePortal(slug);
      queryClient.setQueryData(portalQuery(slug).queryKey, null);
    };
    const leave = [
      queryClient.getQueryCache().subscribe(({ query }) => end(query.state.error)),
      queryClient.getMutationCache().subscribe(({ mutation }) => end(mutation?.state.error)),
    ];
    return () => {
      for (const stop of leave) stop();
    };
  }, [queryClient, slug]);
}

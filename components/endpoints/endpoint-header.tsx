"use client";

import { Pause, Play, Send } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { Breakable } from "#components/log/breakable.tsx";
import { Button } from "#components/ui/button.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.ts";
import { useSetEndpointState } from "#lib/client/endpoint-state.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { EndpointBadge } from "./endpoint-badge.tsx";

export function EndpointHeader({ endpoint }: { endpoint: Endpoint }) {
  const { slug } = useTenant();
  return (
    <PageHeader
      breadcrumbs={[{ label: "Endpoints", href: `/${slug}/endpoints` }]}
      title={
        <span className="line-clamp-4 font-mono font-medium text-lg" title={endpoint.url}>
          <Breakable text={endpoint.url} />
        </span>
      }
      badge={<EndpointBadge endpoint={endpoint} />}
      description={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {endpoint.description ? <bdi>{endpoint.description}</bdi> : null}
          <IdText id={endpoint.id} label="endpoint id" />
        </span>
      }
      actions={
        <>
          {endpoint.disabled ? null : <PauseButton endpoint={endpoint} />}
          <PermissionLink
            permission="deliveries:resend"
            href={`/${slug}/endpoints/${endpoint.id}/test`}
            icon={<Send />}
          >
            Send test event
          </PermissionLink>
        </>
      }
    />
  );
}

/** Reversible, so it happens at once and offers Undo. */
function PauseButton({ endpoint }: { endpoint: Endpoint }) {
  const { reason } = usePermission("endpoints:write");
  const setState = useSetEndpointState(endpoint.id);
  const change = (paused: boolean) =>
    setState.mutate(
      { paused },
      {
        onSuccess: () =>
          toast.success(paused ? "Paused: deliveries wait" : "Resumed: waiting deliveries are sent", {
            action: { label: "Undo", onClick: () => change(!paused) },
          }),
        onError: (error) =>
          toast.error(paused ? "It is not paused" : "It is still paused", { description: messageOf(error) }),
      },
    );
  return (
    <Button
      icon={endpoint.paused ? <Play /> : <Pause />}
      onClick={() => change(!endpoint.paused)}
      disabledReason={reason}
    >
      {endpoint.paused ? "Resume" : "Pause"}
    </Button>
  );
}

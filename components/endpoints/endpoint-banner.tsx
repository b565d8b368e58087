"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { toast } from "#components/ui/toast.ts";
import { useSetEndpointState } from "#lib/client/endpoint-state.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { troubleOf } from "./endpoint-trouble.tsx";

/** Why the endpoint does not receive, and what to do about it; nothing when all is well. */
export function EndpointBanner({ endpoint }: { endpoint: Endpoint }) {
  const trouble = troubleOf(endpoint);
  if (!trouble) return null;
  return (
    <Callout
      tone={trouble.tone}
      title={trouble.title}
      actions={<Remedy endpoint={endpoint} />}
      className="mb-6"
    >
      {trouble.reason}
    </Callout>
  );
}

function Remedy({ endpoint }: { endpoint: Endpoint }) {
  const { slug } = useTenant();
  if (endpoint.state === "disabled") return <EnableButton endpoint={endpoint} />;
  if (endpoint.state === "paused") return null;
  return (
    <ButtonLink size="sm" href={`/${slug}/endpoints/${endpoint.id}/deliveries?status=failed,retrying`}>
      See the failures
    </ButtonLink>
  );
}

function EnableButton({ endpoint }: { endpoint: Endpoint }) {
  const { reason } = usePermission("endpoints:write");
  const setState = useSetEndpointState(endpoint.id);
  const enable = () =>
    setState.mutate(
      { disabled: false },
      {
        onSuccess: () => toast.success("Enabled: new events are delivered again"),
        onError: (error) => toast.error("It is still disabled", { description: messageOf(error) }),
      },
    );
  return (
    <Button size="sm" onClick={enable} disabledReason={reason}>
      Enable
    </Button>
  );
}

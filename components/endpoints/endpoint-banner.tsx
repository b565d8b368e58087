"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { troubleOf } from "./endpoint-trouble.tsx";
import { missedRange } from "./missed-range.ts";
import { RecoverButton } from "./recover-button.tsx";
import { Undelivered } from "./undelivered.tsx";
import { useEnableEndpoint } from "./use-enable-endpoint.ts";
import { type Recovery, useRecovery } from "./use-recovery.tsx";

/** Why the endpoint does not receive, and what to do about it; when it does, what it has missed. */
export function EndpointBanner({ endpoint }: { endpoint: Endpoint }) {
  const enabling = useEnableEndpoint(endpoint);
  const { recover, dialog } = useRecovery(endpoint);
  const trouble = troubleOf(endpoint);
  return (
    <>
      {trouble ? (
        <Callout
          tone={trouble.tone}
          title={trouble.title}
          actions={<Remedy endpoint={endpoint} enabling={enabling} recover={recover} />}
          className="mb-6"
        >
          {trouble.reason}
        </Callout>
      ) : (
        <Undelivered endpoint={endpoint} recover={recover} />
      )}
      {dialog}
    </>
  );
}

interface RemedyProps extends Pick<Recovery, "recover"> {
  endpoint: Endpoint;
  enabling: ReturnType<typeof useEnableEndpoint>;
}

function Remedy({ endpoint, enabling, recover }: RemedyProps) {
  const { slug } = useTenant();
  const { reason } = usePermission("endpoints:write");
  if (endpoint.state === "paused") return null;
  if (endpoint.state === "disabled") {
    return (
      <Button size="sm" onClick={enabling.enable} loading={enabling.isBusy} disabledReason={reason}>
        Enable
      </Button>
    );
  }
  return (
    <>
      <ButtonLink size="sm" href={`/${slug}/endpoints/${endpoint.id}/deliveries?status=failed,retrying`}>
        See the failures
      </ButtonLink>
      <RecoverButton onClick={() => recover(missedRange(endpoint))} />
    </>
  );
}

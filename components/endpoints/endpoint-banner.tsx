"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { troubleOf } from "./endpoint-trouble.tsx";
import { missedRange } from "./missed-range.ts";
import { Recover } from "./recover.tsx";
import { Undelivered } from "./undelivered.tsx";
import { useEnableEndpoint } from "./use-enable-endpoint.ts";

/** Why the endpoint does not receive, and what to do about it; when it does, what it has missed. */
export function EndpointBanner({ endpoint }: { endpoint: Endpoint }) {
  const enabling = useEnableEndpoint(endpoint);
  const trouble = troubleOf(endpoint);
  if (!trouble) return <Undelivered endpoint={endpoint} />;
  return (
    <Callout
      tone={trouble.tone}
      title={trouble.title}
      actions={<Remedy endpoint={endpoint} enabling={enabling} />}
      className="mb-6"
    >
      {trouble.reason}
    </Callout>
  );
}

type RemedyProps = { endpoint: Endpoint; enabling: ReturnType<typeof useEnableEndpoint> };

function Remedy({ endpoint, enabling }: RemedyProps) {
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
      <Recover endpoint={endpoint} range={missedRange(endpoint)} />
    </>
  );
}

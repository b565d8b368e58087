"use client";

import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { ApplicationName } from "./application-name.tsx";
import { formatSchedule } from "./form/retry-schedule.ts";

/** What is set for the endpoint, at a glance. */
export function EndpointDetails({ endpoint }: { endpoint: Endpoint }) {
  const { slug, portal } = useTenant();
  return (
    <Card>
      <CardHeader
        title="Details"
        actions={
          <ButtonLink
            size="sm"
            variant="ghost"
            className="-mr-2.5"
            href={`/${slug}/endpoints/${endpoint.id}/settings`}
          >
            Settings
          </ButtonLink>
        }
      />
      <CardBody className="py-2">
        <dl className="divide-y divide-line">
          <Detail term="Event types">
            <Names names={endpoint.eventTypes} />
          </Detail>
          {endpoint.channels.length > 0 ? (
            <Detail term="Channels">
              <Names names={endpoint.channels} />
            </Detail>
          ) : null}
          {portal ? null : (
            <Detail term="Application">
              <ApplicationName id={endpoint.application} />
            </Detail>
          )}
          <Detail term="Payload">
            {endpoint.payloadFormat === "full" ? "The whole event" : "Its data alone"}
          </Detail>
          <Detail term="Retries">
            {endpoint.retrySchedule ? formatSchedule(endpoint.retrySchedule) : "As set for the tenant"}
          </Detail>
          <Detail term="Limits">{limits(endpoint)}</Detail>
          <Detail term="Created">
            <DateTime at={endpoint.createdAt} />
          </Detail>
        </dl>
      </CardBody>
    </Card>
  );
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="py-2">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="mt-0.5 min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

const shownNames = 12;

function Names({ names }: { names: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1 py-0.5">
      {names.slice(0, shownNames).map((name) => (
        <Badge key={name} className="font-mono">
          {name === "*" ? "* all" : name}
        </Badge>
      ))}
      {names.length > shownNames ? <Badge tone="outline">and {names.length - shownNames} more</Badge> : null}
    </span>
  );
}

function limits({ timeoutSeconds, rateLimit, maxInFlight }: Endpoint): string {
  return [
    timeoutSeconds ? `${timeoutSeconds} s timeout` : "default timeout",
    rateLimit ? `${rateLimit} per second` : "no rate limit",
    `${maxInFlight} in flight`,
  ].join(", ");
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight, X } from "lucide-react";
import Link from "next/link";
import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { EndpointBadge } from "#components/endpoints/endpoint-badge.tsx";
import { troubleOf } from "#components/endpoints/endpoint-trouble.tsx";
import { useSteadyRows } from "#components/lists/use-steady-rows.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { attentionFilter, worstFirst } from "./attention-filter.ts";
import { useDismissed } from "./dismissed.ts";

/** Endpoints that are failing, disabled or paused, each with its reason, until put away; nothing at all when all is well. */
export function AttentionList() {
  const { id, slug } = useTenant();
  const { data } = useQuery(endpointsQuery(id, attentionFilter));
  const { isDismissed, dismiss } = useDismissed();
  const steady = useSteadyRows(data?.data ?? []);
  const endpoints = steady.rows.filter((endpoint) => !isDismissed(endpoint));
  if (!data || endpoints.length === 0) return null;
  const shown = worstFirst(endpoints);
  return (
    <Card>
      <CardHeader
        title="Needs attention"
        actions={
          data.nextCursor || endpoints.length > shown.length ? (
            <ButtonLink
              size="sm"
              variant="ghost"
              className="-mr-2.5"
              href={`/${slug}/endpoints?needsAttention=true`}
            >
              See all
            </ButtonLink>
          ) : null
        }
      />
      <ul className="divide-y divide-line" {...steady.hold}>
        {shown.map((endpoint) => (
          <AttentionItem key={endpoint.id} endpoint={endpoint} onDismiss={() => dismiss(endpoint)} />
        ))}
      </ul>
    </Card>
  );
}

function AttentionItem({ endpoint, onDismiss }: { endpoint: Endpoint; onDismiss: () => void }) {
  const { slug } = useTenant();
  const trouble = troubleOf(endpoint);
  const isFailing = endpoint.state === "enabled";
  return (
    <li
      className={cn(
        "relative flex items-center gap-4 px-4 py-3 transition-colors hover:bg-hover/60",
        isFailing &&
          "bg-failed-soft/60 before:absolute before:inset-y-0 before:left-0 before:w-0.75 before:bg-failed-solid",
      )}
    >
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={`/${slug}/endpoints/${endpoint.id}`}
            title={endpoint.url}
            className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            {endpoint.description ? <bdi>{endpoint.description}</bdi> : <EndpointName url={endpoint.url} />}
          </Link>
          <EndpointBadge endpoint={endpoint} />
        </div>
        <p className="relative z-1 mt-0.5 w-fit max-w-full text-muted text-sm">{trouble?.reason}</p>
      </div>
      <IconButton
        label="Put away until it changes"
        icon={<X />}
        size="sm"
        onClick={onDismiss}
        className="relative z-1"
      />
      <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
    </li>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { verifySnippets } from "#components/endpoints/verify-snippets.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CodeTabs } from "#components/ui/code-tabs.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { apiKeysQuery } from "#lib/client/api-keys.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { eventSnippets } from "./event-snippets.ts";
import { QuickstartStep } from "./quickstart-step.tsx";
import { WaitingForEvent } from "./waiting-for-event.tsx";

/** From nothing to a verified webhook, with what is already there ticked off. */
export function Quickstart({ apiUrl }: { apiUrl: string }) {
  const { id, slug } = useTenant();
  const endpoints = useQuery(endpointsQuery(id, { limit: 1 }));
  const keys = useQuery(apiKeysQuery(id, { limit: 1 }));
  const hasEndpoint = isFilled(endpoints.data);
  const hasKey = isFilled(keys.data);
  const lacksEndpoint = isEmpty(endpoints.data);
  const lacksKey = isEmpty(keys.data);
  return (
    <ol className="flex max-w-3xl flex-col">
      <QuickstartStep number={1} title="Create an endpoint" isDone={hasEndpoint}>
        <p>A URL that receives your webhooks. Without one, events are stored and nothing is sent.</p>
        <StepLink permission="endpoints:write" href={`/${slug}/endpoints/new`} isUrgent={lacksEndpoint}>
          {hasEndpoint ? "Create another endpoint" : "Create endpoint"}
        </StepLink>
      </QuickstartStep>
      <QuickstartStep number={2} title="Create an API key" isDone={hasKey}>
        <p>It is shown once, together with these snippets with the key filled in.</p>
        <ButtonLink href={`/${slug}/developers`} variant={lacksKey ? "primary" : "secondary"} size="sm">
          {hasKey ? "See your keys" : "Create API key"}
        </ButtonLink>
      </QuickstartStep>
      <QuickstartStep number={3} title="Post an event">
        <p>
          Put the key into <code className="font-mono text-sm">POSTHORN_API_KEY</code> and run one of these.
        </p>
        <CodeTabs label="Post an event" snippets={eventSnippets({ apiUrl })} />
        <WaitingForEvent />
      </QuickstartStep>
      <QuickstartStep number={4} title="Verify it in the receiver">
        <p>
          Webhooks are signed after{" "}
          <TextLink href="https://www.standardwebhooks.com">Standard Webhooks</TextLink>, so any of its
          libraries verifies them with the endpoint’s secret.
        </p>
        <CodeTabs label="Verify a webhook" snippets={verifySnippets} />
        <p className="text-muted text-sm">
          More in the <TextLink href="/docs">docs</TextLink> and the{" "}
          <TextLink href="/docs/api">API reference</TextLink>.
        </p>
      </QuickstartStep>
    </ol>
  );
}

interface StepLinkProps {
  permission: "endpoints:write";
  href: string;
  isUrgent: boolean;
  children: ReactNode;
}

function StepLink({ isUrgent, ...link }: StepLinkProps) {
  return <PermissionLink {...link} size="sm" variant={isUrgent ? "primary" : "secondary"} />;
}

type Page = { data: readonly unknown[] } | undefined;

function isFilled(page: Page): boolean {
  return page !== undefined && page.data.length > 0;
}

// While it is not known what is there, nothing is asked for.
function isEmpty(page: Page): boolean {
  return page?.data.length === 0;
}

"use client";

import { Send } from "lucide-react";
import { useEffect, useRef } from "react";
import { Page } from "#components/layout/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { CodeTabs } from "#components/ui/code-tabs.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useTestEndpoint } from "#lib/client/endpoints.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { LiveDelivery } from "./live-delivery.tsx";
import { verifySnippets } from "./verify-snippets.ts";

/** What to do right after creating an endpoint: keep the secret, verify with it, see a test event arrive. */
export function CreatedEndpoint({ endpoint }: { endpoint: Endpoint & { secret: string } }) {
  const { slug } = useTenant();
  const heading = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Page width="narrow">
      <div ref={heading} tabIndex={-1} className="outline-none">
        <PageHeader
          title="Endpoint created"
          description={<span className="font-mono text-sm wrap-anywhere">{endpoint.url}</span>}
          breadcrumbs={[{ label: "Endpoints", href: `/${slug}/endpoints` }]}
          actions={
            <ButtonLink href={`/${slug}/endpoints/${endpoint.id}`} variant="primary">
              Go to the endpoint
            </ButtonLink>
          }
        />
      </div>
      <NextSteps endpoint={endpoint} />
    </Page>
  );
}

function NextSteps({ endpoint }: { endpoint: Endpoint & { secret: string } }) {
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <CardHeader
          title="Signing secret"
          description="Your receiver verifies with it that a webhook is ours. Keep it where you keep passwords; you find it again in the endpoint's settings."
        />
        <CardBody>
          <CopyLine text={endpoint.secret} label="Copy secret" />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Send a test event" description="One signed request, right now." />
        <CardBody>
          <TestSend endpoint={endpoint} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader
          title="Verify in your receiver"
          description="Whole programs, to run as they are. Any Standard Webhooks library does."
        />
        <CardBody>
          <CodeTabs label="Verify a webhook" snippets={verifySnippets} />
        </CardBody>
      </Card>
    </div>
  );
}

function TestSend({ endpoint: { id: endpointId, url } }: { endpoint: Endpoint }) {
  const { slug, portal } = useTenant();
  const test = useTestEndpoint();
  const send = () => test.mutate({ params: { id: endpointId }, body: {} });
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        icon={<Send />}
        onClick={send}
        loading={test.isPending}
        variant={test.data ? "secondary" : "primary"}
      >
        {test.data ? "Send another" : "Send test event"}
      </Button>
      {test.error ? (
        <Callout live tone="danger" title="It was not sent" className="w-full">
          {messageOf(test.error)}
        </Callout>
      ) : null}
      {test.data ? (
        <div className="flex w-full flex-col gap-3">
          <LiveDelivery key={test.data.deliveryId} deliveryId={test.data.deliveryId} />
          {isInbox(url) && !portal ? (
            <p className="text-muted text-sm">
              The test inbox shows what arrived, in the{" "}
              <TextLink href={`/${slug}/playground`}>playground</TextLink>.
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function isInbox(url: string): boolean {
  return new URL(url).pathname.startsWith("/inbox/in_");
}

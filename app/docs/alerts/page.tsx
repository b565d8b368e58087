import type { Metadata } from "next";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata: Metadata = { title: "Alerts" };

const causes = { id: "causes", title: "What is told" };
const ways = { id: "ways", title: "How it is told" };
const events = { id: "events", title: "Alerts as events" };

export default function AlertsDocsPage() {
  return (
    <DocsPage
      href="/docs/alerts"
      title="Alerts"
      lead="Hear of an endpoint that fails before its owner does."
      sections={[causes, ways, events]}
    >
      <Heading section={causes} />
      <DocsTable label="Causes of alerts" head={["Cause", "When"]} rows={rows} />
      <p>
        Each cause of an endpoint is told once an hour at most. What happens meanwhile is told when the hour
        is over, if it still holds, with how often it happened. The thresholds are in{" "}
        <strong>Settings, Notifications</strong>.
      </p>
      <Heading section={ways} />
      <p>
        E-mails go to owners and admins unless you choose other roles. A Slack-compatible incoming webhook
        gets the same text; it is tried five times within minutes. Every alert links to the page that explains
        it. <strong>Send a test alert</strong> tries all of them.
      </p>
      <Heading section={events} />
      <p>
        Choose an application of your own under <strong>Events to application</strong>. Alerts are posted to
        it as events of these types, signed, retried and logged like any other. Its own endpoints raise no
        such event, so that an alert never causes the next.
      </p>
      <CodeBlock code={example} language="json" label="An alert as a webhook" title="JSON" />
    </DocsPage>
  );
}

const rows = [
  [
    <code key="cause">endpoint.failing</code>,
    "Its lane pauses since nearly everything fails, or the share of failed attempts is over your threshold.",
  ],
  [
    <code key="cause">endpoint.disabled</code>,
    "Posthorn disabled it: it answered 410, or nothing succeeded for days.",
  ],
  [<code key="cause">endpoint.recovered</code>, "It failed, and takes deliveries again."],
  [<code key="cause">delivery.exhausted</code>, "Deliveries used up every attempt, as many as you chose."],
];

const example = `{
  "type": "endpoint.failing",
  "timestamp": "2026-11-23T09:30:00.000Z",
  "data": {
    "endpoint": { "id": "ep_01jd7w4c8xf0x9s3y6z1v2k5mn", "url": "https://example.com/webhooks" },
    "reason": "12 of 20 attempts failed within 15 min. Last failure: 503",
    "count": 1,
    "link": "https://posthorn.example.com/acme/endpoints/ep_01jd7w4c8xf0x9s3y6z1v2k5mn"
  }
}`;

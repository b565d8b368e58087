import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { eventSnippets } from "#components/api-keys/event-snippets.ts";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { verifySnippets } from "#components/endpoints/verify-snippets.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CodeTabs } from "#components/ui/code-tabs.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Quickstart" };

const run = { id: "run", title: "Run it" };
const endpoint = { id: "endpoint", title: "Create an endpoint" };
const event = { id: "event", title: "Post an event" };
const verify = { id: "verify", title: "Verify it in the receiver" };
const watch = { id: "watch", title: "See what happened" };

export default async function QuickstartPage() {
  await connection();
  return (
    <DocsPage
      href="/docs"
      title="Quickstart"
      lead="From nothing to a signed webhook that arrives, in a few minutes."
      sections={[run, endpoint, event, verify, watch]}
    >
      <Heading section={run} />
      <p>Posthorn brings its own database. In its folder:</p>
      <CodeBlock code={"npm ci\nnpm start\n"} language="bash" title="Terminal" label="Start Posthorn" />
      <p>
        It prints the address of the dashboard; open it and sign up. To try a receiver on your own machine,
        allow it first, since webhooks never go to private addresses otherwise:
      </p>
      <CodeBlock
        code={localStart}
        language="bash"
        title="Terminal"
        label="Start Posthorn with a local receiver allowed"
      />
      <p>
        The receivers below listen on port 4000; their URL is then <code>http://127.0.0.1:4000/</code>.
      </p>
      <Heading section={endpoint} />
      <p>
        In the dashboard, choose <strong>Endpoints</strong>, <strong>New endpoint</strong>, and give the URL
        that receives webhooks. You get a signing secret, and can send a test event right there. Without a
        receiver yet, press <strong>Use a test inbox</strong>: the <strong>Playground</strong> shows what
        arrives there and whether its signature verifies, and lets you choose how it answers.
      </p>
      <Heading section={event} />
      <p>
        Create a key under <strong>Developers</strong>, put it into <code>POSTHORN_API_KEY</code>, and post:
      </p>
      <CodeTabs label="Post an event" snippets={eventSnippets({ apiUrl: env().url })} />
      <p>
        The answer is <code>202</code> as soon as the event and its deliveries are stored for good. From then
        on it is our job to deliver it, and the log’s to show how that went. Calls that got no answer are safe
        to repeat, see <Link href="/docs/idempotency">Send once</Link>.
      </p>
      <Heading section={verify} />
      <p>
        Webhooks are signed after <a href="https://www.standardwebhooks.com">Standard Webhooks</a>. These are
        whole receivers; give them the endpoint’s secret in <code>WEBHOOK_SECRET</code>.
      </p>
      <CodeTabs label="Verify a webhook" snippets={verifySnippets} />
      <p>
        How signatures work, and what else to check, stands under{" "}
        <Link href="/docs/verify">Verify webhooks</Link>.
      </p>
      <Heading section={watch} />
      <p>
        Every request is on record under <strong>Deliveries</strong>: what was sent, what came back, how long
        each part took, what happens next. What failed is retried by itself, as{" "}
        <Link href="/docs/retries">Outcomes and retries</Link> explains, and can be resent by hand.
      </p>
    </DocsPage>
  );
}

const localStart = `POSTHORN_EGRESS_ALLOW=127.0.0.1/32 \\
POSTHORN_ALLOW_HTTP=true \\
npm start
`;

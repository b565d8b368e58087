import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Send once" };

const why = { id: "why", title: "Why repeat at all" };
const key = { id: "key", title: "Idempotency-Key" };
const own = { id: "own-id", title: "Your own event id" };
const outbox = { id: "outbox", title: "From a database" };
const limits = { id: "limits", title: "Which errors to repeat" };

export default async function IdempotencyPage() {
  await connection();
  return (
    <DocsPage
      href="/docs/idempotency"
      title="Send once"
      lead="Repeat any call that got no answer, as often as you like; what it does happens once."
      sections={[why, key, own, outbox, limits]}
    >
      <Heading section={why} />
      <p>
        When the connection breaks after you have posted an event, you cannot know whether it was stored. Not
        repeating may lose it, and repeating blindly may send it twice. With a key or an id of your own the
        repeat is safe.
      </p>
      <Heading section={key} />
      <p>
        Every <code>POST</code> takes an <code>Idempotency-Key</code> of up to 255 characters, such as a UUID
        made for this one call. The same key with the same body answers what the first call answered, for at
        least 24 hours. With another body it is a 422{" "}
        <Link href="/docs/api#error-idempotency_key_reused">idempotency_key_reused</Link>.
      </p>
      <CodeBlock
        code={withKey(env().url)}
        language="bash"
        title="curl"
        label="Post with an idempotency key"
      />
      <Heading section={own} />
      <p>
        An event may carry your own <code>id</code>, unique per tenant for as long as events are kept. Posting
        the id again answers with the first event, and stores nothing new. Receivers still see our id in{" "}
        <code>webhook-id</code>; yours is shown as <code>uid</code> in the log.
      </p>
      <CodeBlock code={ownId} language="json" title="Body" label="An event with an id of its own" />
      <Heading section={outbox} />
      <p>
        To lose nothing when your own process dies, write the event into a table in the transaction of the
        change it tells about, post it from there with its row’s id as <code>id</code>, and delete the row
        when the answer is <code>202</code>. Up to 1,000 at once go through{" "}
        <Link href="/docs/api#createEventBatch">POST /events/batch</Link>, where one bad event fails alone.
      </p>
      <Heading section={limits} />
      <DocsTable label="Which answers to repeat" head={["Answer", "Do"]} rows={repeatRows} />
    </DocsPage>
  );
}

function withKey(url: string): string {
  return `curl ${url}/api/v1/events \\
  -H "Authorization: Bearer $POSTHORN_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: 5f1c2d1e-8f5a-4d0e-9a55-0f8f6f7f3c11" \\
  -d '{"type":"invoice.paid","data":{"invoice":"in_1042","amount":4200}}'
`;
}

const ownId = `{
  "type": "invoice.paid",
  "id": "invoice-1042-paid",
  "data": { "invoice": "in_1042", "amount": 4200 }
}`;

const repeatRows = [
  ["None, or a broken connection", "Repeat with the same key, waiting longer each time"],
  ["429 and 503", "Wait as long as Retry-After says, then repeat"],
  ["500 and other 5xx", "Repeat with the same key"],
  ["Other 4xx", "Do not repeat: the request has to change"],
];

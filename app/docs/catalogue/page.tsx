import type { Metadata } from "next";
import Link from "next/link";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata: Metadata = { title: "Event type catalogue" };

const describe = { id: "describe", title: "Describe what you send" };
const versions = { id: "versions", title: "Versions" };
const publish = { id: "public-link", title: "Show it to the public" };

export default function CatalogueDocsPage() {
  return (
    <DocsPage
      href="/docs/catalogue"
      title="Event type catalogue"
      lead="A name, a schema and an example for each kind of event, for the people who receive it."
      sections={[describe, versions, publish]}
    >
      <Heading section={describe} />
      <p>
        You can post events of any type without it. Described under <strong>Event types</strong>, a type shows
        its fields as a tree, fills test events, and is offered where endpoints subscribe. Import many at once
        from the webhooks of an OpenAPI 3.1 document or from a JSON Schema; you see first what would change.
        What you no longer send is archived, and its events keep their name.
      </p>
      <Heading section={versions} />
      <p>
        Each change of a schema is kept as a version, with what it means to receivers: compatible, breaking,
        or words only.
      </p>
      <Heading section={publish} />
      <p>
        With <strong>Public link</strong> on that page, or by the <Link href="/docs/api">API</Link>, whoever
        has the link sees your event types without an account, under the name, logo and colour of your{" "}
        <Link href="/docs/portal">portal</Link>:
      </p>
      <CodeBlock code={publishing} language="bash" title="curl" label="Turn on the public link with curl" />
      <p>
        The page holds the event types that are not archived, with description, schema, example and versions,
        and nothing else: no endpoints, no volumes, no names of people. Search engines are asked to leave it
        out. With <code>/openapi.json</code> behind it, the link gives the same as OpenAPI 3.1 with a webhook
        for each event type, for generators of code or for the import of another tenant.
      </p>
      <p>
        There is no link until you turn it on. A new link ends the former one at once, and{" "}
        <code>DELETE /catalogue-link</code> turns it off; each of these is in the audit log.
      </p>
    </DocsPage>
  );
}

const publishing = `curl -X POST "$POSTHORN_URL/api/v1/catalogue-link" \\
  -H "Authorization: Bearer $POSTHORN_API_KEY"
`;

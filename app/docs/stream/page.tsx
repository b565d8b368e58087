import type { Metadata } from "next";
import { connection } from "next/server";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Follow changes" };

const listen = { id: "listen", title: "Listen" };
const messages = { id: "messages", title: "What you hear" };
const interruptions = { id: "interruptions", title: "When the connection breaks" };
const behind = { id: "behind", title: "Behind a proxy" };

export default async function StreamDocsPage() {
  // The example carries this installation's address, which a build does not know.
  await connection();
  return (
    <DocsPage
      href="/docs/stream"
      title="Follow changes"
      lead="Hear of each event, delivery, endpoint and replay the moment it changes, instead of asking again and again."
      sections={[listen, messages, interruptions, behind]}
    >
      <Heading section={listen} />
      <p>
        <code>GET /stream</code> answers with server-sent events and goes on for as long as you listen. Any
        key with the scope <code>read</code> may. With <code>?application=</code> you hear of one application
        alone.
      </p>
      <CodeBlock code={curlOf(env().url)} language="bash" title="Terminal" label="Listen with curl" />
      <CodeBlock code={heard} language="bash" title="What it prints" label="Messages of the stream" />
      <p>
        The pages of Posthorn listen to the same stream, and hold it only while somebody can see them. One
        person or key may hold 20 streams at a web, a tenant 500; beyond that the answer is 429. Whoever loses
        the right to listen is cut off within five seconds.
      </p>
      <Heading section={messages} />
      <DocsTable label="Messages" head={["Type", "What it means"]} rows={rows} />
      <p>
        A message says what changed, never how: read the object with its id, as you would otherwise. What
        changes within a moment comes as one message, so that listening costs little however much is sent. The
        fields are in the <TextLink href="/docs/api#followChanges">API reference</TextLink>.
      </p>
      <Heading section={interruptions} />
      <p>
        Connect again, with the <code>id</code> of the last message in <code>Last-Event-ID</code>. If all that
        you missed is still known you hear it now, else you are told to read everything again. A web that
        stops ends its streams; connect again and another one answers. A comment every 15 seconds tells you
        that the connection still lives: after 40 seconds without a word, connect again.
      </p>
      <Heading section={behind} />
      <p>
        The answer forbids proxies to gather or compress it, which nginx and most others obey. Let yours wait
        for more than 15 seconds between two words. Where no stream gets through, the pages ask again every
        few seconds instead.
      </p>
    </DocsPage>
  );
}

function curlOf(url: string): string {
  return `curl -N "${url}/api/v1/stream" \\
  -H "Authorization: Bearer $POSTHORN_API_KEY"
`;
}

const heard = `: connected

id: 5f0c1d9a7be2-41
data: {"type":"reset"}

data: {"type":"changed","kind":"event","ids":["evt_01jd7w4c8xf0x9s3y6z1v2k5mn"],"endpoints":null}

id: 5f0c1d9a7be2-42
data: {"type":"changed","kind":"delivery","ids":["dlv_01jd7w4c8yezr8m2x5q0t4j6bc"],"endpoints":["ep_01jd7vzk3mf1hb7d9w2n8r5c0q"]}

: still here
`;

const rows = [
  [
    <code key="type">reset</code>,
    "You may have missed something: read again whatever you keep. It is the first message of a new stream, and comes whenever you or we fell behind.",
  ],
  [
    <code key="type">resumed</code>,
    "The first message after an interruption in which nothing was lost; what you missed follows.",
  ],
  [
    <code key="type">changed</code>,
    "These ids of this kind were created, changed or deleted. ids is null when they are more than 100, or too many to be named.",
  ],
];

import type { Metadata } from "next";
import Link from "next/link";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { byHandSnippets } from "#components/docs/verify-by-hand/by-hand-snippets.ts";
import { verifySnippets } from "#components/endpoints/verify-snippets.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CodeTabs } from "#components/ui/code-tabs.tsx";

export const metadata: Metadata = { title: "Verify webhooks" };

const arrives = { id: "what-arrives", title: "What arrives" };
const library = { id: "library", title: "With a library" };
const signature = { id: "signature", title: "The signature" };
const answering = { id: "answering", title: "Answer fast" };
const traps = { id: "traps", title: "Traps" };
const debugging = { id: "debugging", title: "When it does not verify" };

const request = `POST /webhooks HTTP/1.1
content-type: application/json
user-agent: Posthorn/0.1.0
webhook-id: evt_01jd7w4c8xf0x9s3y6z1v2k5mn
webhook-timestamp: 1795426200
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type":"invoice.paid","timestamp":"2026-11-23T09:30:00.000Z","data":{"invoice":"in_1042","amount":4200}}
`;

export default function VerifyPage() {
  return (
    <DocsPage
      href="/docs/verify"
      title="Verify webhooks"
      lead="A receiver’s URL is no secret, so check that a request is ours, is new, and was not changed on the way."
      sections={[arrives, library, signature, answering, traps, debugging]}
    >
      <Heading section={arrives} />
      <CodeBlock code={request} label="A webhook" title="A webhook" />
      <DocsTable label="Headers of a webhook" head={["Header", "Holds"]} rows={headerRows} />
      <p>
        <code>data</code> is what the producer posted, character for character. An endpoint can ask for the
        data alone, without <code>type</code> and <code>timestamp</code> around it.
      </p>
      <Heading section={library} />
      <p>
        Any Standard Webhooks library does. The secret starts with <code>whsec_</code> and is in the
        endpoint’s settings.
      </p>
      <CodeTabs label="Verify a webhook" snippets={verifySnippets} />
      <Heading section={signature} />
      <p>
        To check by hand: decode what follows <code>whsec_</code> from base64, compute HMAC-SHA256 with it
        over the id, the timestamp and the raw body, joined by dots, and compare in constant time.
      </p>
      <CodeTabs label="Verify by hand" snippets={byHandSnippets} />
      <CodeBlock
        code={'v1,base64(hmac_sha256(key, webhook-id + "." + webhook-timestamp + "." + body))\n'}
        label="The signed content"
        title="The signed content"
      />
      <p>
        The header holds several signatures, separated by spaces, while a secret is{" "}
        <Link href="/docs/rotation">being rotated</Link>: one that matches is enough. Refuse timestamps more
        than five minutes away from your clock, so that nobody sends an old request again; the libraries do.
      </p>
      <Heading section={answering} />
      <p>
        Answer any <code>2xx</code> once you have stored the event, and do the work after that. Slow answers
        hold up the endpoint’s other deliveries and end in a timeout.
      </p>
      <p>
        An event can arrive twice, when a worker of ours dies between your answer and our note of it. Keep the
        <code>webhook-id</code> of what you have handled, and skip what you know. Order is not promised:{" "}
        <code>timestamp</code> says when it happened.
      </p>
      <Heading section={traps} />
      <ul>
        <li>
          Verify the bytes as they came in. Frameworks that parse JSON first and write it again change spaces
          and numbers, and no signature matches.
        </li>
        <li>Switch off CSRF checks for the route, they refuse requests without a form token.</li>
        <li>Redirects are not followed. Give the final URL, with https and the right trailing slash.</li>
      </ul>
      <Heading section={debugging} />
      <p>
        Open the delivery. The <strong>Signature</strong> tab of an attempt shows what was signed, part by
        part, with a program that checks that very attempt under your secret: if it verifies there, your
        receiver changes the body or holds another secret. <strong>Compare</strong> shows what differs from
        the attempt before, or from the last one that the endpoint accepted.
      </p>
      <p>
        To send it once more from your machine, press <strong>Copy as curl</strong> on the{" "}
        <strong>Request</strong> tab: an old signature would be refused for its age, so the command holds a
        new one, valid for five minutes. The same comes from{" "}
        <code>GET /api/v1/deliveries/&#123;id&#125;/signed-request</code>, for who may resend; the audit log
        notes it, and no attempt is recorded.
      </p>
    </DocsPage>
  );
}

const headerRows = [
  [<code key="id">webhook-id</code>, "The event’s id: the same on every attempt, retry and resend"],
  [<code key="time">webhook-timestamp</code>, "When this attempt was signed, in Unix seconds"],
  [<code key="signature">webhook-signature</code>, "One signature for each secret that is valid now"],
];

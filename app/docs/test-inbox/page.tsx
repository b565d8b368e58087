import type { Metadata } from "next";
import Link from "next/link";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata: Metadata = { title: "Test inbox" };

const what = { id: "what", title: "A receiver of your own" };
const answer = { id: "answer", title: "Choose how it answers" };
const signature = { id: "signature", title: "What a signature is worth" };
const kept = { id: "kept", title: "What is kept" };
const reach = { id: "reach", title: "Who may reach it" };

export default function TestInboxPage() {
  return (
    <DocsPage
      href="/docs/test-inbox"
      title="Test inbox"
      lead="Try deliveries before there is a receiver: every tenant has an inbox that takes them, shows them, and answers as told."
      sections={[what, answer, signature, kept, reach]}
    >
      <Heading section={what} />
      <p>
        Press <strong>Use a test inbox</strong> beside the URL of a new endpoint, or{" "}
        <strong>Connect the inbox</strong> in the <strong>Playground</strong>. What the endpoint receives
        shows up in the playground as it arrives: headers, body, and whether the signature verifies. It goes
        through the same signing, retries and limits as any delivery.{" "}
        <Link href="/docs/api#getInbox">The API</Link> gives the same.
      </p>
      <Heading section={answer} />
      <p>
        The playground sets status and delay for everything that arrives. An endpoint’s own URL may ask for
        another answer, so that one succeeds while another fails:
      </p>
      <CodeBlock
        code="https://hooks.example.com/inbox/in_…?status=503&delay=2"
        language="bash"
        title="URL of an endpoint"
        label="An inbox that answers 503 after two seconds"
      />
      <DocsTable label="Answers of the inbox" head={["Answer", "Leads to"]} rows={answerRows} />
      <Heading section={signature} />
      <p>
        Each request is checked as <Link href="/docs/verify">your receiver should</Link>, with the secrets of
        the endpoint that delivers to this very URL.
      </p>
      <DocsTable label="Verdicts on a signature" head={["Verdict", "Means"]} rows={verdictRows} />
      <Heading section={kept} />
      <p>
        The newest 200 requests of the last 7 days, and up to 64 KiB of each body. Values of{" "}
        <code>authorization</code>, <code>cookie</code> and of the endpoint’s custom headers are masked before
        they are stored. <strong>Clear</strong> forgets all of them at once.
      </p>
      <Heading section={reach} />
      <p>
        Anybody who knows its URL may post to it, at most 50 requests a second, with any method; nobody reads
        it but members of the tenant. <strong>New URL</strong> ends the old one at once, and your endpoints
        move along. Deliveries reach the inbox inside the worker, so that it works behind any firewall, and
        nothing else on that host becomes reachable.
      </p>
    </DocsPage>
  );
}

const answerRows = [
  ["200, 204", "Delivered"],
  ["400, 401, 404, 500", "A retry by the endpoint’s schedule"],
  ["429, 503", "A retry, and a rest for the whole endpoint"],
  ["410", "Failed, and the endpoint is disabled"],
  ["No answer (0)", "A timeout, then a retry"],
  ["A delay of up to 20 seconds", "The same, later; longer than the endpoint’s timeout, a timeout"],
];

const verdictRows = [
  ["Verified", "One of its items matches a valid secret, and its time is within five minutes"],
  ["Wrong", "No item matches: another secret, or id, time or body were changed"],
  ["Too old", "It matches, but its time is more than five minutes off"],
  ["Missing", "One of the three webhook headers is not there"],
  ["Not checked", "No endpoint delivers to this URL"],
];

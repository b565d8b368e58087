import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Resend and replay" };

const one = { id: "one", title: "One delivery, one event" };
const many = { id: "many", title: "Everything a receiver missed" };
const pace = { id: "pace", title: "At the pace of the endpoint" };
const twice = { id: "twice", title: "Nothing twice by mistake" };
const progress = { id: "progress", title: "Progress, pause, cancel" };

export default async function ReplaysPage() {
  await connection();
  const { url, retentionDays } = env();
  return (
    <DocsPage
      href="/docs/replays"
      title="Resend and replay"
      lead="Whatever did not arrive can be sent again, one by one or thousands at once, under the same webhook-id."
      sections={[one, many, pace, twice, progress]}
    >
      <Heading section={one} />
      <p>
        Any delivery can be resent from its page or by <Link href="/docs/api#retryDelivery">the API</Link>,
        also one that arrived, and an event can be <Link href="/docs/api#replayEvent">sent again</Link> to all
        its endpoints. The <code>webhook-id</code> and the body stay the same, so that receivers recognise
        what they know; the retry schedule starts anew. Several deliveries that are{" "}
        <Link href="/docs/logs#selection">ticked in the log</Link> are resent with one request.
      </p>
      <Heading section={many} />
      <p>
        A replay resends all deliveries of a scope: an endpoint or an application, event types, states, and a
        time range within the {retentionDays} days that deliveries are kept. Ask with <code>dryRun</code>{" "}
        first how many they are and how long it takes; in the dashboard the same happens as you choose, and
        one of them can be tried before the others follow.
      </p>
      <CodeBlock code={startOf(url)} language="bash" title="curl" label="Start a replay" />
      <DocsTable label="States a replay can resend" head={["State", "Is"]} rows={stateRows} />
      <p>
        The scope is what stands there at the moment it starts. What is made, fails or is resent later is not
        in it, and a delivery that fails again in a replay is not picked up by the same replay.
      </p>
      <Heading section={pace} />
      <p>
        A replay hands each endpoint only about as much as it takes in a second, within its rate limit and its
        requests in flight, and less while it is slow. New events of the endpoint therefore wait about a
        second at most, and one slow endpoint does not hold up the others. An endpoint that is paused, asks
        for a pause or keeps failing holds its own share back until it receives again; one that is disabled or
        deleted is skipped and counted. The estimated time is the count at the endpoint’s limits and its usual
        response time of the last day.
      </p>
      <Heading section={twice} />
      <p>
        Starting the same scope while its replay runs or is paused answers with that replay. Two replays that
        overlap resend a delivery once, and what is being sent right now is left alone. An{" "}
        <Link href="/docs/idempotency">Idempotency-Key</Link> makes the call itself safe to repeat.
      </p>
      <Heading section={progress} />
      <p>
        A replay is completed when each of its deliveries was opened and tried, or skipped. It survives
        restarts and crashes: the next worker goes on behind the last delivery it opened.{" "}
        <Link href="/docs/api#pauseReplay">Pause</Link> keeps it from opening more, while what it has opened
        still goes out; <Link href="/docs/api#cancelReplay">cancel</Link> leaves the rest as it was, for good.{" "}
        <Link href="/docs/api#listDeliveries">The log</Link> shows with <code>replay</code> what became of
        them.
      </p>
    </DocsPage>
  );
}

function startOf(url: string): string {
  return `curl ${url}/api/v1/replays \\
  -H "Authorization: Bearer $POSTHORN_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
    "status": ["failed", "canceled", "retrying"],
    "since": "${hoursAgo(3)}",
    "until": "${hoursAgo(0)}",
    "dryRun": true
  }'
`;
}

/** On the hour, so that it reads well. */
function hoursAgo(hours: number): string {
  const hourMs = 3_600_000;
  return new Date((Math.floor(Date.now() / hourMs) - hours) * hourMs).toISOString();
}

const stateRows = [
  ["failed", "All attempts are used up. Resent unless you say otherwise"],
  ["canceled", "Never attempted while disabled, or stopped by somebody. Resent unless you say otherwise"],
  ["retrying", "Waits for its next attempt, and is sent now instead"],
  ["delivered", "Arrived, and is sent a second time"],
];

import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { describeSpan, elapsedOf, formatSpan } from "#components/settings/retries/span.ts";
import { formatBytes } from "#components/ui/format.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Outcomes and retries" };

const outcomes = { id: "outcomes", title: "What counts as delivered" };
const schedule = { id: "schedule", title: "When we try again" };
const rest = { id: "rest", title: "Receivers in trouble" };
const disabling = { id: "disabling", title: "Endpoints that are disabled" };
const resending = { id: "resending", title: "Resending by hand" };

export default async function RetriesPage() {
  // The numbers are those of this installation.
  await connection();
  const { retrySchedule, attemptTimeoutMs, maxResponseBytes } = env();
  return (
    <DocsPage
      href="/docs/retries"
      title="Outcomes and retries"
      lead="A delivery ends in one of three ways: delivered, failed after its last attempt, or canceled."
      sections={[outcomes, schedule, rest, disabling, resending]}
    >
      <Heading section={outcomes} />
      <DocsTable label="Outcomes of an attempt" head={["What happens", "Then"]} rows={outcomeRows} />
      <p>
        One deadline covers the whole attempt, from the look-up of the name to the last byte of the answer:{" "}
        {attemptTimeoutMs / 1000} seconds unless the endpoint sets 1 to 30. The first{" "}
        {formatBytes(maxResponseBytes)} of the answer are kept for the log.
      </p>
      <Heading section={schedule} />
      <p>
        {describeSpan(retrySchedule)}, each wait varied by up to 10 % so that the failures of one outage do
        not come back together. A tenant can set its own schedule under Settings, and each endpoint under its
        own.
      </p>
      <DocsTable
        label="The retry schedule"
        head={["Attempt", "Waits", "After the first"]}
        rows={scheduleRows(retrySchedule)}
      />
      <p>
        A fault of ours, be it of a worker or of the proxy we send through, does not spend an attempt of the
        schedule and does not count against the endpoint; the delivery is tried again soon.
      </p>
      <Heading section={rest} />
      <p>
        <code>Retry-After</code> on a 429 or 503 is honoured, up to a day: we do not come back earlier. When
        most of an endpoint’s recent attempts fail, its lane pauses: the waiting deliveries keep their place,
        single probes go through with growing gaps, and the first that is delivered opens the lane again.
        Other endpoints do not notice.
      </p>
      <Heading section={disabling} />
      <p>{disablingText()}</p>
      <p>
        While an endpoint is disabled, its deliveries are canceled. Enable it again, then{" "}
        <Link href="/docs/replays">replay</Link> what it missed. To keep deliveries waiting instead, pause the
        endpoint.
      </p>
      <Heading section={resending} />
      <p>
        Any delivery can be resent by hand, and <Link href="/docs/replays">a replay</Link> resends many: the{" "}
        <code>webhook-id</code> and the body stay the same, so that receivers recognise what they know.
      </p>
    </DocsPage>
  );
}

const outcomeRows = [
  ["Any 2xx", "Delivered, whatever follows the status"],
  ["3xx", "Retried. Redirects are never followed: correct the URL"],
  ["410 Gone", "The endpoint is disabled, its owners are told"],
  ["Other 4xx and 5xx", "Retried by the schedule"],
  ["No connection, broken TLS, timeout", "Retried by the schedule"],
  ["A fault of ours or of our proxy", "Tried again soon, uses up no attempt"],
  ["A private or forbidden address", "Not sent; retried by the schedule, in case the name is corrected"],
];

function scheduleRows(waits: readonly number[]) {
  const elapsed = elapsedOf(waits);
  return [
    ["1", "", "At once"],
    ...waits.map((wait, place) => [String(place + 2), formatSpan(wait), formatSpan(elapsed[place] ?? 0)]),
  ];
}

function disablingText(): string {
  const { autoDisableHours } = env();
  const gone = "An endpoint that answers 410 is disabled at once.";
  if (autoDisableHours === 0) return gone;
  return `${gone} One that fails for ${formatSpan(autoDisableHours * 3600)} without a single success is disabled too; its owners are warned at half of that time and again at nine tenths.`;
}

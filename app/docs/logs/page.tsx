import type { Metadata } from "next";
import Link from "next/link";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { mostCounted } from "#lib/contracts/histogram.ts";
import { mostSelected } from "#lib/contracts/selected-deliveries.ts";
import { mostOwnViews, mostSharedViews } from "#lib/contracts/views.ts";

export const metadata: Metadata = { title: "Read the logs" };

const filters = { id: "filters", title: "Filters and search" };
const time = { id: "time", title: "Events and deliveries over time" };
const selection = { id: "selection", title: "Act on several at once" };
const views = { id: "views", title: "Saved views" };
const keys = { id: "keys", title: "By keyboard" };

export default function LogsPage() {
  return (
    <DocsPage
      href="/docs/logs"
      title="Read the logs"
      lead="Find the events and deliveries that matter, act on many at once, and keep a filter to come back to it."
      sections={[filters, time, selection, views, keys]}
    >
      <Heading section={filters} />
      <p>
        Both logs are filtered by the same things, and the whole filter stands in the address: send it to a
        colleague, and they see the same. The <Link href="/docs/api#listEvents">API</Link> takes the same
        filters.
      </p>
      <DocsTable label="Filters of the logs" head={["Filter", "Finds"]} rows={filterRows} />
      <p>
        However long a log is, its first page comes at once. Where a filter finds little among very much, the
        search stops after a while and says how far back it went: <strong>Search further</strong> goes on from
        there. A search in payloads lists deliveries in the order of their events.
      </p>
      <Heading section={time} />
      <p>
        Above each log a strip shows when its rows were made, and for deliveries how they stand now. Click a
        bar or drag over several to narrow the log to that time; Back widens it again. Of a bar the newest{" "}
        {mostCounted.toLocaleString("en")} are looked at, and it says so where there are more.
      </p>
      <Heading section={selection} />
      <p>
        Tick deliveries, up to {mostSelected}, on any page of the log, then resend them or stop their retries.
        It is <Link href="/docs/api#retryDeliveries">one request</Link> that answers for each: what cannot be
        resent, because it is being sent right now or its endpoint is disabled, stays ticked with the reason,
        and keeps none of the others back. With a whole page ticked you can go on to all that the filter
        finds, as <Link href="/docs/replays">a replay</Link> with its count.
      </p>
      <Heading section={views} />
      <p>
        <strong>Views</strong> keeps the present filter of a log under a name, for you alone or for everyone
        in the tenant. A view is also found by ⌘K, and a shared one has a link that keeps leading to it when
        its filter changes. You can keep {mostOwnViews} for yourself, and a tenant shares {mostSharedViews}.
        Only its owner and admins change a shared view; when its owner leaves the tenant, it stays.
      </p>
      <Heading section={keys} />
      <DocsTable label="Keys in a log" head={["Key", "Does"]} rows={keyRows} />
    </DocsPage>
  );
}

const filterRows = [
  ["Status", "Deliveries that stand there now; events with such a delivery"],
  ["Endpoint, application", "What was for it"],
  ["Event type", "Any of several types"],
  ["Code", "What was answered last: a status such as 404, or a class such as 5xx"],
  ["Error", "Why the last attempt failed: no connection, timeout, certificate …"],
  ["Tag, channel", "Events that were posted with it, and their deliveries"],
  ["Time", "The last hour, day, week or month, or from one moment to another"],
  ["Search", "Any id, your own event id, or field.path:value in the payload"],
];

const keyRows = [
  ["J and K, or ↓ and ↑", "Walk the rows"],
  ["↵", "Opens the row"],
  ["X or Space", "Ticks the delivery"],
  ["Shift and X", "Ticks all from the last one to it"],
  ["R", "Resends the delivery, or all that are ticked"],
  ["C", "Copies the id"],
  ["Esc", "Closes what is open, or lets go of what is ticked"],
];

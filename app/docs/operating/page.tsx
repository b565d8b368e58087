import type { Metadata } from "next";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata: Metadata = { title: "Upgrade, back up, restore" };

const copies = { id: "copies", title: "More than one of each" };
const upgrade = { id: "upgrade", title: "Upgrade without a pause" };
const backup = { id: "backup", title: "What to back up" };
const drill = { id: "drill", title: "Practise a restore" };
const failover = { id: "failover", title: "Fail over to a standby" };
const losses = { id: "losses", title: "When something is lost" };

export default function OperatingPage() {
  return (
    <DocsPage
      href="/docs/operating"
      title="Upgrade, back up, restore"
      lead="All that Posthorn knows is in one Postgres and one key. Look after these two; everything else can be started anew."
      sections={[copies, upgrade, backup, drill, failover, losses]}
    >
      <Heading section={copies} />
      <p>
        Start as many webs and workers as you like on the same database, with the same settings; they need not
        know of each other. The manifests in <code>.kubernetes</code> run two of each:
      </p>
      <CodeBlock code={cluster} language="bash" title="Terminal" label="Run it in a cluster" />
      <p>
        A web that is told to stop says so on <code>/readyz</code> for <code>POSTHORN_DRAIN_SECONDS</code>,
        then ends its streams, so that pages go to another web, and finishes what is in flight. A worker
        finishes its attempts, at most 35 seconds. Give both that time; a worker that is killed loses nothing,
        but what it was sending is sent again.
      </p>
      <Heading section={upgrade} />
      <ol>
        <li>
          Migrate with the new release: <code>npm run db:migrate</code>. The release before works on the new
          schema, so nothing needs to stop.
        </li>
        <li>Replace the workers, then the webs, one after the other, in either order.</li>
        <li>
          To go back, put the release before in place again; the schema stays. Skip no release this way.
        </li>
      </ol>
      <Heading section={backup} />
      <DocsTable label="What to back up" head={["What", "How", "Without it"]} rows={backupRows} />
      <p>
        Keep the two apart: whoever has both reads every signing secret. A dump of single tables is no backup,
        since a delivery needs its event and its endpoint.
      </p>
      <Heading section={drill} />
      <ol>
        <li>Restore the database to a server of its own, up to a moment of your choice.</li>
        <li>
          Run <code>npm run db:migrate</code> on it, then start a web with the master key, and no worker:
          nothing is sent. When <code>/readyz</code> answers 200 the database is whole; reveal an
          endpoint&rsquo;s secret to see that the key fits.
        </li>
        <li>
          If this is the real thing, start the workers. They send what waited at that moment, and again what
          was delivered after it: the same <code>webhook-id</code>, so that receivers recognise it.
        </li>
        <li>
          For a drill, stop here. With a worker, a copy would send your tenants&rsquo; webhooks a second time.
        </li>
      </ol>
      <Heading section={failover} />
      <p>
        A 202 is answered after the commit, so it is as safe as a commit on your server. With{" "}
        <code>synchronous_commit = on</code> (never turn it off) and a standby named in{" "}
        <code>synchronous_standby_names</code>, every acknowledged event is on both. Without one, events of
        the moments before a failover can be missing: let producers send those again under the same
        idempotency key.
      </p>
      <p>
        Web and worker connect anew by themselves, within ten seconds of <code>DATABASE_URL</code> leading to
        the new server. Deliveries that were being sent are under a lease by the database&rsquo;s clock; when
        it ends they are sent again.
      </p>
      <Heading section={losses} />
      <DocsTable label="Losses" head={["Lost", "What happens", "What to do"]} rows={lossRows} />
    </DocsPage>
  );
}

const cluster = `kubectl create secret generic posthorn \\
  --from-literal=DATABASE_URL=postgres://… \\
  --from-literal=POSTHORN_SECRET_KEY=$(openssl rand -base64 32)
kubectl apply --kustomize .kubernetes
`;

const backupRows = [
  [
    "The database",
    "Your Postgres’ own backups with its log archived, so that any moment can be restored.",
    "Everything is gone.",
  ],
  [
    <code key="key">POSTHORN_SECRET_KEY</code>,
    "In a secret store, and former keys as long as backups need them.",
    "No signing secret and no header value can be read: each endpoint needs a new one.",
  ],
  [
    <code key="folder">.posthorn</code>,
    "Only with the embedded database: stop Posthorn, copy the folder.",
    "Everything is gone, the key too.",
  ],
];

const lossRows = [
  ["A worker", "Another takes over when the lease ends.", "Nothing."],
  ["A web", "Requests without an answer fail.", "Producers send again under the same idempotency key."],
  ["The queue’s tables", "The sweep finds all that is due in five seconds.", "Nothing."],
  ["The database, for a while", "Events are refused, results wait in the workers.", "Nothing."],
  ["The region", "Restore elsewhere, with the master key.", "Practise it."],
];

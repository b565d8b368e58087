import { diffSchemas, type SchemaChange } from "#components/schema/diff-schema.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { EventTypeVersion } from "#lib/contracts/event-types.ts";

/** A version; who made it is for the tenant's own people. */
type ShownVersion = Omit<EventTypeVersion, "createdBy"> & { createdBy?: string };

/** How the schema came to be what it is: each version, newest first, with what it changed for those who read the data. */
export function VersionsCard({ versions }: { versions: readonly ShownVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <Card className="lg:col-span-2">
      <CardHeader title="Versions" description="What each change of the schema means to receivers." />
      <CardBody className="py-0">
        <ol className="divide-y divide-line">
          {versions.map((version, index) => (
            <Version key={version.number} version={version} before={versions[index + 1]} />
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

interface VersionProps {
  version: ShownVersion;
  /** The one it took the place of; undefined for the first that is known. */
  before: ShownVersion | undefined;
}

function Version({ version, before }: VersionProps) {
  const { number, schema, createdBy, createdAt } = version;
  const changes = before ? diffSchemas(before.schema, schema) : [];
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">Version {number}</span>
        {before ? <Verdict changes={changes} /> : <Badge tone="outline">First</Badge>}
        <span className="ml-auto text-muted text-sm">
          {createdBy ? <bdi>{createdBy}, </bdi> : null}
          <RelativeTime at={createdAt} />
        </span>
      </div>
      {changes.length > 0 ? <Changes changes={changes} /> : null}
    </li>
  );
}

function Verdict({ changes }: { changes: readonly SchemaChange[] }) {
  if (changes.length === 0) return <Badge>Words only</Badge>;
  const isBreaking = changes.some((change) => change.isBreaking);
  return isBreaking ? <Badge tone="bad">Breaking</Badge> : <Badge tone="good">Compatible</Badge>;
}

const shownChanges = 12;

function Changes({ changes }: { changes: readonly SchemaChange[] }) {
  const sorted = changes.toSorted((a, b) => Number(b.isBreaking) - Number(a.isBreaking));
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {sorted.slice(0, shownChanges).map(({ path, what, isBreaking }) => (
        <li key={`${path} ${what}`} className="wrap-anywhere">
          <code className="font-mono">{path}</code>{" "}
          <span className={isBreaking ? "text-failed" : "text-muted"}>{what}</span>
        </li>
      ))}
      {sorted.length > shownChanges ? (
        <li className="text-faint">and {sorted.length - shownChanges} more</li>
      ) : null}
    </ul>
  );
}

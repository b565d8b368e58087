import { DateTime } from "#components/ui/date-time.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import type { Application } from "#lib/contracts/applications.ts";

export function ApplicationFacts({ application }: { application: Application }) {
  const { id, uid, metadata, createdAt, updatedAt } = application;
  const pairs = Object.entries(metadata);
  return (
    <DescriptionList
      items={[
        { term: "Uid", details: <IdText id={uid} label="uid" full /> },
        { term: "Id", details: <IdText id={id} label="application id" full /> },
        { term: "Created", details: <DateTime at={createdAt} /> },
        { term: "Changed", details: <DateTime at={updatedAt} /> },
        { term: "Metadata", details: pairs.length > 0 ? <Pairs pairs={pairs} /> : <None /> },
      ]}
    />
  );
}

function Pairs({ pairs }: { pairs: readonly [string, string][] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {pairs.map(([key, value]) => (
        <li key={key}>
          <span className="font-mono text-muted text-sm">{key}</span> <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  );
}

function None() {
  return <span className="text-faint">None</span>;
}

import { ExampleCard } from "#components/event-types/example-card.tsx";
import { SchemaCard } from "#components/event-types/schema-card.tsx";
import { VersionsCard } from "#components/event-types/versions-card.tsx";
import { Page } from "#components/layout/page.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { PublishedName } from "./published-name.ts";
import { PublishedNames } from "./published-names.tsx";

export interface PublishedEventTypeProps {
  base: string;
  /** All of them, to go on to the next. */
  eventTypes: readonly PublishedName[];
  eventType: PublishedName & {
    schema: unknown;
    example: unknown;
    versions: readonly { number: number; schema: unknown; createdAt: string }[];
  };
}

/** What the public sees of one event type: words, fields, an example, and how the schema came about. */
export function PublishedEventType({ base, eventTypes, eventType }: PublishedEventTypeProps) {
  const { name, description, schema, example, versions } = eventType;
  return (
    <div className="flex min-w-0 flex-1">
      <PublishedNames base={base} names={eventTypes.map((each) => each.name)} current={name} />
      <Page>
        <PageHeader
          breadcrumbs={[{ label: "Event types", href: base }]}
          title={<span className="font-medium font-mono">{name}</span>}
          badge={<CopyButton text={name} label="Copy name" variant="ghost" />}
          description={description ? <bdi>{description}</bdi> : undefined}
        />
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <SchemaCard schema={schema} />
          <ExampleCard eventType={{ name, schema, example }} />
          <VersionsCard versions={versions} />
        </div>
      </Page>
    </div>
  );
}

"use client";

import { Braces } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { readSchema } from "#components/schema/read-schema.ts";
import { SchemaTree } from "#components/schema/schema-tree.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { JsonViewer } from "#components/ui/json-viewer.tsx";
import { SegmentedControl } from "#components/ui/segmented-control.tsx";

const looks = ["tree", "source"] as const;

export interface SchemaCardProps {
  schema: unknown;
  /** What to do where there is none. */
  action?: ReactNode;
}

/** The schema of an event's data, as a tree or as it is written. */
export function SchemaCard({ schema, action }: SchemaCardProps) {
  const [look, setLook] = useState<(typeof looks)[number]>("tree");
  const toggle = (
    <SegmentedControl
      label="Show schema as"
      value={look}
      onValueChange={setLook}
      segments={[
        { value: "tree", label: "Tree" },
        { value: "source", label: "Source" },
      ]}
    />
  );
  return (
    <Card>
      <CardHeader title="Data" description="What an event carries." actions={schema ? toggle : null} />
      {schema ? (
        <Schema schema={schema} look={look} />
      ) : (
        <EmptyState
          icon={<Braces />}
          title="No schema yet"
          description="A JSON Schema tells receivers which fields there are and which they can rely on."
          action={action}
          className="py-10"
        />
      )}
    </Card>
  );
}

function Schema({ schema, look }: { schema: unknown; look: (typeof looks)[number] }) {
  if (look === "source") {
    return <JsonViewer look="bare" text={JSON.stringify(schema, null, 2)} label="JSON Schema" />;
  }
  return (
    <CardBody>
      <Tree schema={schema} />
    </CardBody>
  );
}

function Tree({ schema }: { schema: unknown }) {
  const root = useMemo(() => readSchema(schema), [schema]);
  return <SchemaTree root={root} label="Fields of the data" openLevels={3} />;
}

"use client";

import { FileJson } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { exampleOf } from "#components/schema/example-of.ts";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { JsonViewer } from "#components/ui/json-viewer.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";

export interface ExampleCardProps {
  eventType: Pick<EventType, "name" | "example" | "schema">;
  /** What to do where there is none. */
  action?: ReactNode;
}

/** The body a receiver gets, with the example as its data. */
export function ExampleCard({ eventType, action }: ExampleCardProps) {
  const { name, example, schema } = eventType;
  const made = useMemo(() => (schema ? exampleOf(schema) : null), [schema]);
  const shown = example ?? made;
  return (
    <Card>
      <CardHeader
        title="Example"
        description={
          example || !shown
            ? "The body of a webhook, as receivers get it."
            : "Made from the schema; values are invented."
        }
      />
      {shown ? (
        <JsonViewer look="bare" text={bodyOf(name, shown)} label="Example" maxHeight="36rem" />
      ) : (
        <EmptyState
          icon={<FileJson />}
          title="No example yet"
          description="An example shows at a glance what arrives, and test events start from it."
          action={action}
          className="py-10"
        />
      )}
    </Card>
  );
}

const exampleTime = "2026-11-23T09:30:00.000Z";

function bodyOf(type: string, data: unknown): string {
  return JSON.stringify({ type, timestamp: exampleTime, data }, null, 2);
}

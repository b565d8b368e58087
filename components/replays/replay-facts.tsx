"use client";

import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Replay } from "#lib/contracts/replays.ts";
import { describeWhich } from "./scope-words.ts";

/** What was chosen, and by whom. */
export function ReplayFacts({ replay }: { replay: Replay }) {
  const { slug } = useTenant();
  const { isAllowed } = usePermission("audit:read");
  const { scope, startedBy, createdAt, finishedAt, status } = replay;
  const items = [
    { term: "Which", details: describeWhich(scope) },
    { term: "Made from", details: <DateTime at={scope.since} /> },
    { term: "Made until", details: <DateTime at={earlier(scope.until, createdAt)} /> },
    { term: "Started by", details: <bdi>{startedBy.label}</bdi> },
    { term: "Started", details: <RelativeTime at={createdAt} /> },
    ...(finishedAt
      ? [
          {
            term: status === "canceled" ? "Canceled" : "Completed",
            details: <RelativeTime at={finishedAt} />,
          },
        ]
      : []),
  ];
  return (
    <Card>
      <CardHeader
        title="Details"
        actions={
          isAllowed ? (
            <TextLink href={`/${slug}/settings/audit-log?q=${replay.id}`} className="text-sm">
              Audit log
            </TextLink>
          ) : null
        }
      />
      <CardBody className="py-2">
        <DescriptionList items={items} />
      </CardBody>
    </Card>
  );
}

function earlier(one: string, other: string): string {
  return Date.parse(one) < Date.parse(other) ? one : other;
}

"use client";

import { Card, CardBody } from "#components/ui/card.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { describeRange } from "#components/ui/time-range.ts";
import { useTimeStyle } from "#components/ui/time-style.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Replay } from "#lib/contracts/replays.ts";
import { describeWhich } from "./scope-words.ts";

/** What was chosen, and by whom. */
export function ReplayFacts({ replay }: { replay: Replay }) {
  const { slug } = useTenant();
  const { isAllowed } = usePermission("audit:read");
  const { id, scope, startedBy, createdAt, finishedAt, status } = replay;
  const items = [
    { term: "Which", details: describeWhich(scope) },
    { term: "Deliveries created", details: <Made replay={replay} /> },
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
    ...(isAllowed
      ? [
          {
            term: "Who did what",
            details: <TextLink href={`/${slug}/settings/audit-log?q=${id}`}>Audit log</TextLink>,
          },
        ]
      : []),
  ];
  return (
    <Card>
      <CardBody>
        <DescriptionList look="columns" items={items} />
      </CardBody>
    </Card>
  );
}

/** When the deliveries were made, at most until the replay started. */
function Made({ replay: { scope, createdAt } }: { replay: Replay }) {
  const style = useTimeStyle();
  const until = new Date(Math.min(Date.parse(scope.until), Date.parse(createdAt)));
  return (
    <time dateTime={`${scope.since}/${until.toISOString()}`}>
      {describeRange({ since: new Date(scope.since), until }, style)}
    </time>
  );
}

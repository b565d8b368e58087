"use client";

import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Alert } from "#lib/contracts/alerts.ts";
import { labelOf } from "./words.ts";

export const alertColumns = ["Alert", "Endpoint", "Sent", "Time"] as const;

export function AlertTable({ alerts }: { alerts: readonly Alert[] }) {
  return (
    <Table label="Latest alerts" narrow="cards">
      <TableHead>
        {alertColumns.map((column) => (
          <TableHeaderCell key={column}>{column}</TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {alerts.map((alert) => (
          <Row key={alert.id} alert={alert} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({
  alert: { cause, count, endpoint, reason, slack, event, error, createdAt },
}: {
  alert: Alert;
}) {
  const { slug } = useTenant();
  return (
    <TableRow>
      <TableCell className="py-(--row-padding-tall)">
        <span title={reason}>
          <Badge tone={tones[cause]}>{labelOf(cause)}</Badge>
          {count > 1 ? <span className="ml-1.5 text-muted">× {count}</span> : null}
        </span>
      </TableCell>
      <TableCell label="Endpoint" className="max-w-56">
        {endpoint ? (
          <TextLink
            href={`/${slug}/endpoints/${endpoint.id}`}
            title={endpoint.url}
            className="block truncate"
          >
            <EndpointName url={endpoint.url} />
          </TextLink>
        ) : (
          <span className="text-faint">None</span>
        )}
      </TableCell>
      <TableCell label="Sent" className="text-muted">
        <span title={error ?? undefined}>{waysOf(slack, event)}</span>
      </TableCell>
      <TableCell label="Time" className="text-muted">
        <RelativeTime at={createdAt} />
      </TableCell>
    </TableRow>
  );
}

const tones = {
  "endpoint.failing": "warn",
  "endpoint.disabled": "bad",
  "endpoint.recovered": "good",
  "delivery.exhausted": "bad",
  test: "neutral",
} as const;

function waysOf(slack: Alert["slack"], event: Alert["event"]): string {
  const ways = [slack === "off" ? [] : [`Slack ${slack}`], event === "off" ? [] : [`Event ${event}`]].flat();
  return ways.length === 0 ? "By e-mail alone" : ways.join(", ");
}

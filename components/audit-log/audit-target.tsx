"use client";

import { TextLink } from "#components/ui/text-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { AuditEntry } from "#lib/contracts/audit-log.ts";

/** What it was done to, by name; a link where there is a page and it was not just deleted. */
export function AuditTarget({ entry }: { entry: Pick<AuditEntry, "target" | "action"> }) {
  const { slug } = useTenant();
  const { kind, id, label } = entry.target;
  const place = entry.action.endsWith(".deleted") ? undefined : places[kind];
  if (!place) return <bdi className="font-medium">{label}</bdi>;
  return (
    <TextLink href={`/${slug}/${place}/${encodeURIComponent(id)}`} className="font-medium">
      <bdi>{label}</bdi>
    </TextLink>
  );
}

const places: Record<string, string> = {
  application: "applications",
  delivery: "deliveries",
  endpoint: "endpoints",
  event: "events",
  eventType: "event-types",
  replay: "replays",
  view: "views",
};

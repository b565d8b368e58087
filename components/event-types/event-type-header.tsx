"use client";

import { Archive, Pencil } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { EventTypeMenu } from "./event-type-menu.tsx";
import { eventTypePath } from "./event-type-path.ts";
import { SendTest } from "./send-test.tsx";

export function EventTypeHeader({ eventType }: { eventType: EventType }) {
  const { slug, portal } = useTenant();
  const { name, description, archived } = eventType;
  return (
    <PageHeader
      breadcrumbs={[{ label: "Event types", href: `/${slug}/event-types` }]}
      title={<span className="font-medium font-mono">{name}</span>}
      badge={
        <>
          <CopyButton text={name} label="Copy name" variant="ghost" />
          {archived ? (
            <Badge tone="outline" icon={<Archive aria-hidden />}>
              Archived
            </Badge>
          ) : null}
        </>
      }
      description={description ? <bdi>{description}</bdi> : undefined}
      actions={portal ? null : <Actions eventType={eventType} />}
    />
  );
}

function Actions({ eventType }: { eventType: EventType }) {
  const { slug } = useTenant();
  return (
    <>
      <PermissionLink
        permission="event-types:write"
        href={`${eventTypePath(slug, eventType.name)}/edit`}
        icon={<Pencil />}
      >
        Edit
      </PermissionLink>
      <SendTest eventType={eventType} />
      <EventTypeMenu eventType={eventType} />
    </>
  );
}

"use client";

import { Activity, Archive, ArchiveRestore, Ellipsis, Trash2, Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { DeleteEventType } from "./delete-event-type.tsx";
import { useArchive } from "./use-archive.ts";

export function EventTypeMenu({ eventType }: { eventType: EventType }) {
  const { slug } = useTenant();
  const router = useRouter();
  const { reason } = usePermission("event-types:write");
  const { setArchived, isPending } = useArchive(eventType);
  const [isDeleting, setDeleting] = useState(false);
  const { archived, name } = eventType;
  const filter = `type=${encodeURIComponent(name)}`;
  return (
    <>
      <Menu trigger={<IconButton label="More" variant="secondary" icon={<Ellipsis />} />} className="w-56">
        <MenuLink href={`/${slug}/events?${filter}`} label="See its events" icon={<Zap />} />
        <MenuLink href={`/${slug}/deliveries?${filter}`} label="See its deliveries" icon={<Activity />} />
        <MenuSeparator />
        <MenuItem
          label={archived ? "Restore" : "Archive"}
          icon={archived ? <ArchiveRestore /> : <Archive />}
          disabled={isPending}
          disabledReason={reason}
          onSelect={() => setArchived(!archived)}
        />
        <MenuItem
          label="Delete…"
          icon={<Trash2 />}
          tone="danger"
          disabledReason={reason}
          onSelect={() => setDeleting(true)}
        />
      </Menu>
      <DeleteEventType
        eventType={eventType}
        open={isDeleting}
        onOpenChange={setDeleting}
        onDeleted={() => router.push(`/${slug}/event-types`)}
      />
    </>
  );
}

"use client";

import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.ts";
import { useCreateEventType } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { eventTypePath } from "./event-type-path.ts";
import { EventTypeForm } from "./form/event-type-form.tsx";
import { type EventTypeBody, emptyEventType } from "./form/values.ts";

export function NewEventType() {
  const { slug } = useTenant();
  const create = useCreateEventType();
  const list = `/${slug}/event-types`;
  const save = async (body: EventTypeBody) => {
    const { name } = await create.mutateAsync({ body });
    toast.success("Event type created");
    return eventTypePath(slug, name);
  };
  return (
    <Page>
      <PageHeader title="New event type" breadcrumbs={[{ label: "Event types", href: list }]} />
      <EventTypeForm
        isNew
        initial={emptyEventType}
        submitLabel="Create event type"
        cancelHref={list}
        onSave={save}
      />
    </Page>
  );
}

"use client";

import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.ts";
import { useUpdateEventType } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { eventTypePath } from "./event-type-path.ts";
import { EventTypeForm } from "./form/event-type-form.tsx";
import { type EventTypeBody, valuesOf } from "./form/values.ts";
import { LoadedEventType } from "./loaded-event-type.tsx";

export function EditEventType({ name }: { name: string }) {
  return <LoadedEventType name={name}>{(eventType) => <EditPage eventType={eventType} />}</LoadedEventType>;
}

function EditPage({ eventType }: { eventType: EventType }) {
  const { slug } = useTenant();
  const update = useUpdateEventType();
  const page = eventTypePath(slug, eventType.name);
  const save = async ({ name: _kept, ...body }: EventTypeBody) => {
    await update.mutateAsync({ params: { name: eventType.name }, body });
    toast.success("Saved");
    return page;
  };
  return (
    <Page>
      <PageHeader
        title={
          <>
            Edit <span className="font-mono font-medium">{eventType.name}</span>
          </>
        }
        breadcrumbs={[
          { label: "Event types", href: `/${slug}/event-types` },
          { label: eventType.name, href: page },
        ]}
      />
      <EventTypeForm
        isNew={false}
        initial={valuesOf(eventType)}
        submitLabel="Save changes"
        cancelHref={page}
        onSave={save}
      />
    </Page>
  );
}

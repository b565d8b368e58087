"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { JsonEditor } from "#components/ui/json-editor.tsx";
import { useJsonDraft } from "#components/ui/use-json-draft.ts";
import { useCreateEvent } from "#lib/client/events.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { exactly } from "#lib/client/json-text.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { TestTargets } from "./test-targets.tsx";

export interface SendTestFormProps {
  eventType: EventType;
  onCancel: () => void;
}

export function SendTestForm({ eventType, onCancel }: SendTestFormProps) {
  const { slug } = useTenant();
  const router = useRouter();
  const create = useCreateEvent();
  const draft = useJsonDraft(() => JSON.stringify(eventType.example ?? {}, null, 2));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = draft.read();
    if (text === undefined) return;
    const body = { type: eventType.name, data: exactly(text), tags: ["test"] };
    create.mutate({ body }, { onSuccess: ({ id }) => router.push(`/${slug}/events/${id}`) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label="Data" error={draft.fault} hint="It starts as the example of the event type.">
        <JsonEditor value={draft.text} onValueChange={draft.write} />
      </Field>
      <TestTargets name={eventType.name} />
      {create.error ? (
        <Callout live tone="danger" title="It was not sent">
          {messageOf(create.error)}
        </Callout>
      ) : null}
      <DialogActions>
        <Button onClick={draft.tidy} variant="ghost" className="sm:mr-auto">
          Format
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          icon={<Send />}
          loading={create.isPending || create.isSuccess}
        >
          Send event
        </Button>
      </DialogActions>
    </form>
  );
}

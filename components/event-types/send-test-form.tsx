"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useCreateEvent } from "#lib/client/events.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { parseObject } from "./form/parse-object.ts";
import { TestTargets } from "./test-targets.tsx";

export interface SendTestFormProps {
  eventType: EventType;
  onCancel: () => void;
}

export function SendTestForm({ eventType, onCancel }: SendTestFormProps) {
  const { slug } = useTenant();
  const router = useRouter();
  const create = useCreateEvent();
  const draft = useDataDraft(eventType);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseObject(draft.text);
    if ("fault" in parsed) return draft.setFault(parsed.fault);
    const body = { type: eventType.name, data: parsed.value ?? {}, tags: ["test"] };
    return create.mutate({ body }, { onSuccess: ({ id }) => router.push(`/${slug}/events/${id}`) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label="Data" error={draft.fault} hint="It starts as the example of the event type.">
        <Textarea
          mono
          rows={12}
          value={draft.text}
          onChange={(event) => draft.write(event.target.value)}
          className="whitespace-pre leading-5"
        />
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

function useDataDraft({ example }: EventType) {
  const [text, setText] = useState(() => JSON.stringify(example ?? {}, null, 2));
  const [fault, setFault] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setFault(undefined);
  };
  const tidy = () => {
    const parsed = parseObject(text);
    if ("fault" in parsed) setFault(parsed.fault);
    else write(JSON.stringify(parsed.value ?? {}, null, 2));
  };
  return { text, fault, setFault, write, tidy };
}

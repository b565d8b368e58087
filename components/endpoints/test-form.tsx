"use client";

import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CardBody, CardFooter } from "#components/ui/card.tsx";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { JsonEditor } from "#components/ui/json-editor.tsx";
import { useJsonDraft } from "#components/ui/use-json-draft.ts";
import { useTestEndpoint } from "#lib/client/endpoints.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { exactly } from "#lib/client/json-text.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import type { EventType } from "#lib/contracts/event-types.ts";
import { exampleOf, plainTestType } from "./test-event.ts";

export interface TestFormProps {
  endpoint: Endpoint;
  catalogue: readonly EventType[];
  initialType: string;
  onSent: (deliveryId: string) => void;
}

export function TestForm({ endpoint, catalogue, initialType, onSent }: TestFormProps) {
  const permission = usePermission("deliveries:resend");
  const draft = useDraft(catalogue, initialType);
  const test = useTestEndpoint();
  const reason = permission.reason ?? unsendable(endpoint);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = draft.read();
    if (text === undefined) return;
    test.mutate(
      { params: { id: endpoint.id }, body: { eventType: draft.type, data: exactly(text) } },
      { onSuccess: ({ deliveryId }) => onSent(deliveryId) },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <CardBody className="flex flex-col gap-4">
        <DraftFields draft={draft} options={typeOptions(catalogue, initialType)} />
        {test.error ? (
          <Callout live tone="danger" title="It was not sent">
            {messageOf(test.error)}
          </Callout>
        ) : null}
      </CardBody>
      <CardFooter>
        <Button variant="ghost" className="-ml-3" onClick={draft.tidy}>
          Format
        </Button>
        <Button
          type="submit"
          variant="primary"
          icon={<Send />}
          loading={test.isPending}
          disabledReason={reason}
        >
          Send test event
        </Button>
      </CardFooter>
    </form>
  );
}

type Draft = ReturnType<typeof useDraft>;

function DraftFields({ draft, options }: { draft: Draft; options: readonly ComboboxOption[] }) {
  return (
    <>
      <Field label="Event type">
        <Combobox
          options={options}
          value={draft.type}
          onValueChange={(type) => type && draft.chooseType(type)}
        />
      </Field>
      <Field
        label="Data"
        error={draft.fault}
        hint="Any JSON object. It starts as the example of the event type."
      >
        <JsonEditor value={draft.text} onValueChange={draft.write} />
      </Field>
    </>
  );
}

/** The event as it is being written; another type brings its own example unless the text was edited. */
function useDraft(catalogue: readonly EventType[], initialType: string) {
  const [type, setType] = useState(initialType);
  const draft = useJsonDraft(() => exampleOf(initialType, catalogue));
  const chooseType = (next: string) => {
    if (draft.text === exampleOf(type, catalogue)) draft.write(exampleOf(next, catalogue));
    setType(next);
  };
  return { ...draft, type, chooseType };
}

function typeOptions(catalogue: readonly EventType[], initialType: string): ComboboxOption[] {
  const known = catalogue.map(({ name, description }) => ({
    value: name,
    label: name,
    ...(description ? { hint: description } : {}),
  }));
  const extra = [initialType, plainTestType].filter((name) => !catalogue.some((type) => type.name === name));
  return [...known, ...[...new Set(extra)].map((name) => ({ value: name, label: name }))];
}

function unsendable({ state }: Endpoint): string | undefined {
  if (state === "enabled") return undefined;
  return state === "paused"
    ? "The endpoint is paused; resume it first"
    : "The endpoint is disabled; enable it first";
}

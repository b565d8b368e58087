"use client";

import { type Control, useController } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { MultiCombobox } from "#components/ui/multi-combobox.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { channel } from "#lib/contracts/fields.ts";
import type { EndpointValues } from "./values.ts";

/** What of an event is sent, and which events: by channel, beside the event types. */
export function FormatFields({ control, disabled }: { control: Control<EndpointValues>; disabled: boolean }) {
  const format = useController({ control, name: "payloadFormat" });
  const channels = useController({ control, name: "channels" });
  return (
    <>
      <Fieldset legend="Payload">
        <RadioGroup
          label="Payload"
          value={format.field.value}
          onValueChange={format.field.onChange}
          disabled={disabled}
          options={[
            { value: "full", label: "The whole event", hint: "type, timestamp and data" },
            { value: "data", label: "Its data alone", hint: "Exactly what was posted as data" },
          ]}
        />
      </Fieldset>
      <Field
        label="Channels"
        optional
        hint="Only events posted to one of these channels. Empty: events of every channel."
        error={channels.fieldState.error?.message}
      >
        <MultiCombobox
          mono
          options={[]}
          value={channels.field.value}
          onValueChange={channels.field.onChange}
          parseCustom={(typed) => channel.safeParse(typed).data ?? null}
          placeholder="eu-1, project:42, …"
          emptyText="Type a channel and press Enter."
          disabled={disabled}
        />
      </Field>
    </>
  );
}

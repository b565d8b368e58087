"use client";

import type { ReactNode } from "react";
import { themeChoices } from "#components/layout/theme-switch.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { SegmentedControl } from "#components/ui/segmented-control.tsx";
import type { Preferences } from "#lib/contracts/preferences.ts";
import { densityChoices } from "./preference-choices.tsx";
import { usePreferences } from "./preferences.ts";
import { TimeNow } from "./time-now.tsx";
import { TimeZonePicker } from "./time-zone-picker.tsx";

/** How things are shown to oneself; each choice holds at once. */
export function PreferencesCard() {
  const { change } = usePreferences();
  return (
    <Card>
      <CardHeader
        title="Preferences"
        description="Each choice is saved at once, and holds wherever you sign in."
      />
      <CardBody className="flex flex-col gap-5">
        <Field label="Time zone" hint={<TimeNow />}>
          <TimeZonePicker onChoose={(timeZone) => change({ timeZone })} />
        </Field>
        <div className="flex flex-wrap gap-x-8 gap-y-5">
          <Choice name="clock" label="Clock" choices={clockChoices} />
          <Choice name="theme" label="Theme" choices={themeChoices} />
          <Choice name="density" label="Rows of tables" choices={densityChoices} />
        </div>
      </CardBody>
    </Card>
  );
}

const clockChoices = [
  { value: "24h", label: "24 hours" },
  { value: "12h", label: "12 hours" },
] as const;

interface ChoiceProps<Name extends keyof Preferences> {
  name: Name;
  label: string;
  choices: readonly { value: Preferences[Name] & string; label: string; icon?: ReactNode }[];
}

function Choice<Name extends "clock" | "theme" | "density">({ name, label, choices }: ChoiceProps<Name>) {
  const { [name]: value, change } = usePreferences();
  const segments = choices.map((choice) => ({
    value: choice.value,
    label: (
      <>
        {choice.icon}
        {choice.label}
      </>
    ),
  }));
  return (
    <div className="flex flex-col gap-1.5">
      <p aria-hidden className="font-medium text-base">
        {label}
      </p>
      <SegmentedControl
        label={label}
        value={value}
        segments={segments}
        onValueChange={(next) => change({ [name]: next })}
      />
    </div>
  );
}

"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { usePreferences } from "./preferences.ts";
import { TimeNow } from "./time-now.tsx";
import { TimeZonePicker } from "./time-zone-picker.tsx";

export interface TimeZoneDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks in which zone times are to be shown, and shows them so. */
export function TimeZoneDialog({ open, onOpenChange }: TimeZoneDialogProps) {
  const { change } = usePreferences();
  const choose = (timeZone: string | null) => {
    change({ timeZone });
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Time zone"
      description="Every time is shown in it: logs, charts and what you type into a range."
    >
      <Field label="Time zone" hideLabel hint={<TimeNow />}>
        <TimeZonePicker onChoose={choose} />
      </Field>
    </Dialog>
  );
}

"use client";

import { useState } from "react";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { usePreferences } from "./preferences.ts";
import { zoneLabel, zoneOptions } from "./zones.ts";

/** Finds a zone by place, name or distance from UTC; goes into a Field. */
export function TimeZonePicker({ onChoose }: { onChoose: (timeZone: string | null) => void }) {
  const { timeZone, browserZone } = usePreferences();
  const [zones, setZones] = useState<ComboboxOption[]>([]);
  const own = {
    value: ownZone,
    label: `Browser’s time zone (${zoneLabel(browserZone)})`,
    keywords: "automatic local",
  };
  const isListed = timeZone === null || zones.some(({ value }) => value === timeZone);
  const chosen = isListed ? [] : [{ value: timeZone, label: zoneLabel(timeZone) }];
  // Some 400 zones take a moment to describe, so that nobody pays for it who does not look.
  const load = () => {
    if (zones.length === 0) setZones(zoneOptions(new Date()));
  };
  return (
    <Combobox
      options={[own, ...chosen, ...zones]}
      value={timeZone ?? ownZone}
      onFocus={load}
      // An emptied field is not a choice yet.
      onValueChange={(zone) => zone !== null && onChoose(zone === ownZone ? null : zone)}
      emptyText="No time zone goes by that name."
    />
  );
}

const ownZone = "";

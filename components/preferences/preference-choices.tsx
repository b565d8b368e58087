"use client";

import { Clock, Rows3, Rows4 } from "lucide-react";
import { MenuChoices, MenuItem } from "#components/ui/menu.tsx";
import { usePreferences } from "./preferences.ts";
import { zoneLabel } from "./zones.ts";

/** Comfortable or compact rows, for inside any menu. */
export function DensityChoices() {
  const { density, change } = usePreferences();
  return (
    <MenuChoices
      label="Rows of tables"
      value={density}
      onValueChange={(next) => change({ density: next })}
      choices={densityChoices}
    />
  );
}

/** The zone in which times are shown, with the way to another, for inside any menu. */
export function TimeZoneItem() {
  const { timeZone, browserZone, askTimeZone } = usePreferences();
  return (
    <MenuItem
      label="Time zone…"
      hint={zoneLabel(timeZone ?? browserZone)}
      icon={<Clock />}
      onSelect={askTimeZone}
    />
  );
}

export const densityChoices = [
  { value: "comfortable", label: "Comfortable", icon: <Rows3 /> },
  { value: "compact", label: "Compact", icon: <Rows4 /> },
] as const;

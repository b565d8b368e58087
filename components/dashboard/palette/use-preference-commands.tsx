"use client";

import { Clock } from "lucide-react";
import { themeChoices } from "#components/layout/theme-switch.tsx";
import { densityChoices } from "#components/preferences/preference-choices.tsx";
import { usePreferences } from "#components/preferences/preferences.ts";
import { zoneLabel } from "#components/preferences/zones.ts";
import type { Command } from "./command.ts";

/** What shows things otherwise on the spot; what holds already is left out. */
export function usePreferenceCommands(): Command[] {
  const { theme, density, timeZone, browserZone, askTimeZone, change } = usePreferences();
  return [
    ...themeChoices
      .filter(({ value }) => value !== theme)
      .map(({ value, label, icon }) => ({
        label: `Change theme to ${label.toLowerCase()}`,
        icon,
        run: () => change({ theme: value }),
      })),
    {
      label: "Change time zone",
      hint: zoneLabel(timeZone ?? browserZone),
      icon: <Clock />,
      run: askTimeZone,
    },
    ...densityChoices
      .filter(({ value }) => value !== density)
      .map(({ value, label, icon }) => ({
        label: `${label} rows`,
        icon,
        run: () => change({ density: value }),
      })),
  ];
}

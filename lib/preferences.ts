import { clocks, densities, type Preferences, themes, usualPreferences } from "./contracts/preferences.ts";

/** What a row of users says of preferences. */
export type StoredPreferences = { timeZone: string | null; theme: string; density: string; clock: string };

/** The preferences in a row; what another release wrote and this one does not know is as usual. */
export function toPreferences({ timeZone, theme, density, clock }: StoredPreferences): Preferences {
  return {
    timeZone,
    theme: themes.find((known) => known === theme) ?? usualPreferences.theme,
    density: densities.find((known) => known === density) ?? usualPreferences.density,
    clock: clocks.find((known) => known === clock) ?? usualPreferences.clock,
  };
}

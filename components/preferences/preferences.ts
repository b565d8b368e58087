"use client";

import { createContext, use } from "react";
import type { Preferences } from "#lib/contracts/preferences.ts";

export interface ShownPreferences extends Preferences {
  /** The browser's own zone, which holds where none is chosen. */
  browserZone: string;
  /** Shows things otherwise at once, and keeps it. */
  change: (changes: Partial<Preferences>) => void;
  /** Opens the dialog that asks for a time zone. */
  askTimeZone: () => void;
}

export const PreferencesContext = createContext<ShownPreferences | undefined>(undefined);

/** How the person wants things shown: kept in their account, or by this browser for whoever has none here. */
export function usePreferences(): ShownPreferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error("usePreferences is for what stands inside PreferencesProvider");
  return preferences;
}

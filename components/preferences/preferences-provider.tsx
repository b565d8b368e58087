"use client";

import dynamic from "next/dynamic";
import { useTheme } from "next-themes";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { TimeStyleProvider } from "#components/ui/time-style.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { isTimeZone, type Preferences, type Theme, themes } from "#lib/contracts/preferences.ts";
import { useBrowserZone, useNotedZone } from "./browser-zone.ts";
import { PreferencesContext } from "./preferences.ts";
import { useAccountPreferences } from "./use-account-preferences.ts";
import { useBrowserPreferences } from "./use-browser-preferences.ts";

const TimeZoneDialog = dynamic(
  () => import("./time-zone-dialog.tsx").then((module) => module.TimeZoneDialog),
  { ssr: false },
);

export interface PreferencesProviderProps {
  /** Of the signed-in person; undefined for everybody else, whose browser keeps them. */
  account: Preferences | undefined;
  /** The browser's zone as it was last noted. */
  lastZone: string | undefined;
  children: ReactNode;
}

/** Shows all that is inside as the person wants it: times, theme, rows. */
export function PreferencesProvider({ account, lastZone, children }: PreferencesProviderProps) {
  const { setTheme } = useTheme();
  const showTheme = ({ theme }: Partial<Preferences>) => theme && setTheme(theme);
  const inBrowser = useBrowserPreferences();
  const { preferences, change } = useAccountPreferences(account, showTheme) ?? inBrowser;
  const theme = useShownTheme(preferences.theme);
  const browserZone = useBrowserZone(lastZone);
  const [dialog, setDialog] = useState<"never" | "open" | "closed">("never");
  useNotedZone(account !== undefined);
  useDensity(preferences.density);
  const { timeZone, clock } = preferences;
  const shown = timeZone !== null && isTimeZone(timeZone) ? timeZone : browserZone;
  const changeAll = (changes: Partial<Preferences>) => {
    showTheme(changes);
    change(changes);
  };
  const value = {
    ...preferences,
    theme,
    browserZone,
    change: changeAll,
    askTimeZone: () => setDialog("open"),
  };
  return (
    <PreferencesContext value={value}>
      <TimeStyleProvider timeZone={shown} clock={clock}>
        {children}
        {dialog === "never" ? null : (
          <TimeZoneDialog
            open={dialog === "open"}
            onOpenChange={(isOpen) => setDialog(isOpen ? "open" : "closed")}
          />
        )}
      </TimeStyleProvider>
    </PreferencesContext>
  );
}

/** The theme of this document: its own copy, which tabs share, once the browser has told it. */
function useShownTheme(kept: Theme): Theme {
  const { theme } = useTheme();
  const isHydrated = useHydrated();
  return isHydrated ? (themes.find((known) => known === theme) ?? "system") : kept;
}

/** Rows take their height from an attribute of the document, so that what floats above the page follows too. */
function useDensity(density: Preferences["density"]): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
}

"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { usePreferences } from "#components/preferences/preferences.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuChoices } from "#components/ui/menu.tsx";

export function ThemeSwitch() {
  return (
    <Menu trigger={<IconButton label="Theme" icon={<ThemeIcon />} />}>
      <ThemeChoices />
    </Menu>
  );
}

/** Light, dark or system, for inside any menu. */
export function ThemeChoices() {
  const { theme, change } = usePreferences();
  return (
    <MenuChoices
      label="Theme"
      value={theme}
      onValueChange={(next) => change({ theme: next })}
      choices={themeChoices}
    />
  );
}

// Both are drawn and CSS shows one: the server does not know the theme.
export function ThemeIcon() {
  return (
    <>
      <Sun className="dark:hidden" />
      <Moon className="hidden dark:block" />
    </>
  );
}

export const themeChoices = [
  { value: "light", label: "Light", icon: <Sun /> },
  { value: "dark", label: "Dark", icon: <Moon /> },
  { value: "system", label: "System", icon: <Monitor /> },
] as const;

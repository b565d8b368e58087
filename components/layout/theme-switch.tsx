"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
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
  const { theme = "system", setTheme } = useTheme();
  return <MenuChoices label="Theme" value={theme} onValueChange={setTheme} choices={choices} />;
}

// Both are drawn and CSS shows one: the server does not know the theme.
function ThemeIcon() {
  return (
    <>
      <Sun className="dark:hidden" />
      <Moon className="hidden dark:block" />
    </>
  );
}

const choices = [
  { value: "light", label: "Light", icon: <Sun /> },
  { value: "dark", label: "Dark", icon: <Moon /> },
  { value: "system", label: "System", icon: <Monitor /> },
];

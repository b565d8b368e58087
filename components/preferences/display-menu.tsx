"use client";

import { ThemeChoices, ThemeIcon } from "#components/layout/theme-switch.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuSeparator } from "#components/ui/menu.tsx";
import { DensityChoices, TimeZoneItem } from "./preference-choices.tsx";

/** All preferences behind one button, for pages where nobody has an account. */
export function DisplayMenu() {
  return (
    <Menu trigger={<IconButton label="Display" icon={<ThemeIcon />} />} className="w-56">
      <ThemeChoices />
      <DensityChoices />
      <MenuSeparator />
      <TimeZoneItem />
    </Menu>
  );
}

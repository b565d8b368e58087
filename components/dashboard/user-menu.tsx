"use client";

import { LogOut, UserRound } from "lucide-react";
import type { ComponentProps } from "react";
import { ThemeChoices } from "#components/layout/theme-switch.tsx";
import { DensityChoices, TimeZoneItem } from "#components/preferences/preference-choices.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { signOut } from "#lib/client/account.ts";
import type { Role } from "#lib/contracts/permissions.ts";

export interface UserMenuProps {
  name: string;
  email: string;
  role: Role;
}

export function UserMenu({ name, email, role }: UserMenuProps) {
  const leave = () =>
    signOut().catch(() =>
      toast.error("You are still signed in", { description: "The server did not answer. Try again." }),
    );
  return (
    <Menu trigger={<AccountButton name={name} />} className="w-60">
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-muted text-sm">{email}</p>
        <p className="mt-1 text-faint text-xs">Your role here: {role}</p>
      </div>
      <MenuSeparator />
      <MenuLink href="/account" label="Account" icon={<UserRound />} />
      <MenuSeparator />
      <ThemeChoices />
      <DensityChoices />
      <TimeZoneItem />
      <MenuSeparator />
      <MenuItem label="Sign out" icon={<LogOut />} onSelect={() => void leave()} />
    </Menu>
  );
}

function AccountButton({ name, ...trigger }: { name: string } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-label="Your account"
      className="touch-target ml-1 rounded-full transition-opacity hover:opacity-85"
      {...trigger}
    >
      <Avatar name={name} />
    </button>
  );
}

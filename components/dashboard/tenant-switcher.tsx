"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import type { ComponentProps } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuGroup, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import type { Role } from "#lib/contracts/permissions.ts";

export interface TenantSwitcherProps {
  /** Address of the tenant at hand. */
  current: string;
  tenants: readonly { slug: string; name: string; role: Role }[];
}

export function TenantSwitcher({ current, tenants }: TenantSwitcherProps) {
  const name = tenants.find((tenant) => tenant.slug === current)?.name ?? current;
  return (
    <Menu align="start" className="w-64" trigger={<SwitcherButton name={name} />}>
      <MenuGroup label="Tenants">
        {tenants.map((tenant) => (
          <MenuLink
            key={tenant.slug}
            href={`/${tenant.slug}`}
            label={tenant.name}
            hint={`You are ${tenant.role}`}
            icon={<Avatar name={tenant.name} shape="square" />}
            aside={
              tenant.slug === current ? <Check aria-label="Current" className="size-4 text-brass" /> : null
            }
          />
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuLink href="/new-tenant" label="Create a tenant" icon={<Plus />} />
    </Menu>
  );
}

function SwitcherButton({ name, ...trigger }: { name: string } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-label={`Tenant ${name}: switch`}
      className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-md px-1.5 transition-colors hover:bg-hover max-lg:h-11"
      {...trigger}
    >
      <Avatar name={name} shape="square" />
      <span className="min-w-0 flex-1 truncate text-left font-medium group-data-collapsed/sidebar:hidden">
        {name}
      </span>
      <ChevronsUpDown
        aria-hidden
        className="size-4 shrink-0 text-faint group-data-collapsed/sidebar:hidden"
      />
    </button>
  );
}

"use client";

import type { NavigationGroup } from "./navigation.ts";
import { NavigationLink } from "./navigation-link.tsx";

export function DocsNavigation({ navigation }: { navigation: readonly NavigationGroup[] }) {
  return (
    <nav aria-label="Documentation">
      {navigation.map((group) => (
        <div key={group.title ?? group.items[0]?.href} className="pb-5">
          {group.title ? <p className="px-2.5 pb-1 font-medium text-faint text-xs">{group.title}</p> : null}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavigationLink item={item} isCollapsed={false} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

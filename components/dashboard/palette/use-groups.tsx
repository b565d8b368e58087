"use client";

import { Clock } from "lucide-react";
import { useDeferredValue } from "react";
import { useTenant } from "#lib/client/tenant.tsx";
import { type CommandGroup, matching } from "./command.ts";
import { actionsOf, placesOf } from "./fixed-commands.tsx";
import { readRecent } from "./recent.ts";
import { useFound } from "./use-found.tsx";
import { usePreferenceCommands } from "./use-preference-commands.tsx";
import { useViewCommands } from "./use-view-commands.tsx";

/** What the palette offers for this query: places and actions by their words, things of the tenant by search. */
export function useGroups(query: string): CommandGroup[] {
  const { id, slug } = useTenant();
  const found = useFound(useDeferredValue(query));
  const preferences = usePreferenceCommands();
  const viewsOf = useViewCommands();
  const recent = query === "" ? readRecent(id).map((entry) => ({ ...entry, icon: <Clock /> })) : [];
  const groups = [
    { value: "Recent", items: recent },
    { value: "Found", items: found },
    { value: "Views", items: viewsOf(query) },
    { value: "Go to", items: matching(placesOf(slug), query) },
    { value: "Do", items: matching(actionsOf(slug), query) },
    { value: "Preferences", items: matching(preferences, query) },
  ];
  return groups.filter((group) => group.items.length > 0);
}

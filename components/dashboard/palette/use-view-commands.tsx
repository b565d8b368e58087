"use client";

import { Bookmark } from "lucide-react";
import { useViews } from "#components/views/use-views.ts";
import { addressOfView } from "#components/views/view-query.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { type Command, matching } from "./command.ts";

const mostUnasked = 4;

/** The saved views that a query finds; a few of them while nothing is typed. */
export function useViewCommands(): (query: string) => Command[] {
  const { slug } = useTenant();
  const { views } = useViews();
  return (query) => {
    const commands = views.map((view) => ({
      label: view.name,
      hint: `View of ${view.log}`,
      href: addressOfView(slug, view),
      icon: <Bookmark />,
    }));
    return query.trim() === "" ? commands.slice(0, mostUnasked) : matching(commands, query);
  };
}

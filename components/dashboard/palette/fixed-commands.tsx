import { BookOpen, History, KeyRound, Plus, ScrollText, UserPlus, UserRound } from "lucide-react";
import { newReplayPath } from "#components/replays/new-replay-path.ts";
import { tenantNavigation } from "../navigation.tsx";
import type { Command } from "./command.ts";

/** Every place of the dashboard. */
export function placesOf(slug: string): Command[] {
  const places = tenantNavigation(slug).flatMap((group) => group.items);
  return [
    ...places.map(({ label, href, icon }) => ({ label, href, icon })),
    { label: "Members", href: `/${slug}/settings/members`, icon: <UserPlus /> },
    { label: "Audit log", href: `/${slug}/settings/audit-log`, icon: <ScrollText /> },
    { label: "Your account", href: "/account", icon: <UserRound /> },
    { label: "Docs", href: "/docs", icon: <BookOpen /> },
  ];
}

/** What people come to do. */
export function actionsOf(slug: string): Command[] {
  return [
    { label: "Create an endpoint", href: `/${slug}/endpoints/new`, icon: <Plus /> },
    { label: "Resend many deliveries", href: newReplayPath(slug), icon: <History /> },
    { label: "Create an event type", href: `/${slug}/event-types/~new`, icon: <Plus /> },
    { label: "Create an API key", href: `/${slug}/developers`, icon: <KeyRound /> },
    { label: "Invite a member", href: `/${slug}/settings/members`, icon: <UserPlus /> },
    { label: "Create a tenant", href: "/new-tenant", icon: <Plus /> },
  ];
}

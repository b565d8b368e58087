import {
  Activity,
  Code,
  FlaskConical,
  Gauge,
  History,
  Layers,
  Send,
  Settings,
  Tags,
  Webhook,
} from "lucide-react";
import type { NavigationGroup } from "#components/layout/navigation.ts";

/** The places of a tenant's dashboard, for the sidebar. */
export function tenantNavigation(slug: string): NavigationGroup[] {
  return [
    { items: [{ href: `/${slug}`, label: "Overview", icon: <Gauge />, exact: true }] },
    {
      title: "Delivery",
      items: [
        { href: `/${slug}/endpoints`, label: "Endpoints", icon: <Webhook /> },
        { href: `/${slug}/events`, label: "Events", icon: <Activity /> },
        { href: `/${slug}/deliveries`, label: "Deliveries", icon: <Send /> },
        { href: `/${slug}/replays`, label: "Replays", icon: <History /> },
      ],
    },
    {
      title: "Catalogue",
      items: [
        { href: `/${slug}/event-types`, label: "Event types", icon: <Tags /> },
        { href: `/${slug}/applications`, label: "Applications", icon: <Layers /> },
      ],
    },
    {
      title: "Setup",
      items: [
        { href: `/${slug}/playground`, label: "Playground", icon: <FlaskConical /> },
        { href: `/${slug}/developers`, label: "Developers", icon: <Code /> },
        { href: `/${slug}/settings`, label: "Settings", icon: <Settings /> },
      ],
    },
  ];
}

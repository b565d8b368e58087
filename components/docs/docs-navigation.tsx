import {
  BadgeCheck,
  BellRing,
  BookOpen,
  ChartLine,
  Fingerprint,
  FlaskConical,
  History,
  KeyRound,
  LifeBuoy,
  ListFilter,
  PanelTop,
  Radio,
  RotateCw,
  SquareTerminal,
  Tags,
  Users,
  Vault,
} from "lucide-react";
import type { NavigationGroup } from "#components/layout/navigation.ts";

const pages = {
  start: { href: "/docs", label: "Quickstart", icon: <SquareTerminal />, exact: true },
  verify: { href: "/docs/verify", label: "Verify webhooks", icon: <BadgeCheck /> },
  retries: { href: "/docs/retries", label: "Outcomes and retries", icon: <RotateCw /> },
  logs: { href: "/docs/logs", label: "Read the logs", icon: <ListFilter /> },
  replays: { href: "/docs/replays", label: "Resend and replay", icon: <History /> },
  rotation: { href: "/docs/rotation", label: "Rotate secrets", icon: <KeyRound /> },
  idempotency: { href: "/docs/idempotency", label: "Send once", icon: <Fingerprint /> },
  testInbox: { href: "/docs/test-inbox", label: "Test inbox", icon: <FlaskConical /> },
  catalogue: { href: "/docs/catalogue", label: "Event type catalogue", icon: <Tags /> },
  portal: { href: "/docs/portal", label: "Customer portal", icon: <PanelTop /> },
  stream: { href: "/docs/stream", label: "Follow changes", icon: <Radio /> },
  alerts: { href: "/docs/alerts", label: "Alerts", icon: <BellRing /> },
  accounts: { href: "/docs/accounts", label: "People and accounts", icon: <Users /> },
  monitoring: { href: "/docs/monitoring", label: "Monitoring", icon: <ChartLine /> },
  operating: { href: "/docs/operating", label: "Upgrade, back up, restore", icon: <LifeBuoy /> },
  masterKey: { href: "/docs/master-key", label: "Replace the master key", icon: <Vault /> },
  api: { href: "/docs/api", label: "API reference", icon: <BookOpen /> },
};

/** The pages of the documentation. */
export const docsNavigation: readonly NavigationGroup[] = [
  {
    title: "Guide",
    items: [
      pages.start,
      pages.verify,
      pages.retries,
      pages.logs,
      pages.replays,
      pages.rotation,
      pages.idempotency,
      pages.testInbox,
      pages.catalogue,
      pages.portal,
      pages.stream,
      pages.alerts,
    ],
  },
  { title: "Operation", items: [pages.accounts, pages.monitoring, pages.operating, pages.masterKey] },
  { title: "Reference", items: [pages.api] },
];

const order = Object.values(pages);

/** The pages before and after this one, for the foot of a page. */
export function neighboursOf(href: string) {
  const place = order.findIndex((page) => page.href === href);
  return { previous: order[place - 1], next: place < 0 ? undefined : order[place + 1] };
}

/** A list of the dashboard and its states. */
export type List = {
  name: string;
  /** Below the tenant's path. */
  path: string;
  /** The operation that reads it. */
  operation: string;
  /** What it says while there is nothing at all; undefined for what is never empty. */
  empty?: string;
  /** A filter that nothing matches, for a list that has filters. */
  unmatched?: string;
};

/** Every list, by the name of its screenshots. */
export const lists: readonly List[] = [
  {
    name: "endpoints",
    path: "/endpoints",
    operation: "/endpoints",
    empty: "No endpoints yet",
    unmatched: "q=zzz",
  },
  {
    name: "events",
    path: "/events",
    operation: "/events",
    empty: "No events yet",
    unmatched: "q=nothing:here",
  },
  {
    name: "deliveries",
    path: "/deliveries",
    operation: "/deliveries",
    empty: "No deliveries yet",
    unmatched: "q=nothing:here",
  },
  { name: "replays", path: "/replays", operation: "/replays", empty: "No replays yet" },
  {
    name: "event-types",
    path: "/event-types",
    operation: "/event-types",
    empty: "No event types yet",
    unmatched: "q=zzz",
  },
  { name: "applications", path: "/applications", operation: "/applications", unmatched: "q=zzz" },
  {
    name: "received",
    path: "/playground",
    operation: "/inbox/requests",
    empty: "Waiting for the first request…",
  },
  { name: "api-keys", path: "/developers", operation: "/api-keys", empty: "No API keys yet" },
  { name: "members", path: "/settings/members", operation: "/members" },
  { name: "invitations", path: "/settings/members", operation: "/invitations", empty: "Nobody is invited" },
  { name: "audit-log", path: "/settings/audit-log", operation: "/audit-log", unmatched: "q=zzz" },
  { name: "alerts", path: "/settings/notifications", operation: "/alerts", empty: "No alerts yet" },
  { name: "mailbox", path: "/settings/mailbox", operation: "/emails", empty: "No e-mails yet" },
];

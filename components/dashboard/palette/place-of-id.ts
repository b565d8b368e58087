import { idPrefixes, type Noun } from "#lib/contracts/ids.ts";

/** Where the object with this public id is to be seen, and what it is called; undefined for anything but such an id. */
export function placeOfId(slug: string, text: string): { noun: string; href: string } | undefined {
  const id = text.trim();
  const prefix = /^([a-z]+)_[0-7][0-9a-hjkmnp-tv-z]{25}$/.exec(id)?.[1];
  const noun = (Object.keys(idPrefixes) as Noun[]).find((known) => idPrefixes[known] === prefix);
  if (!noun) return undefined;
  const [name, path] = places[noun] ?? [];
  if (!name || path === undefined) return undefined;
  return { noun: name, href: `/${slug}${path.replace("*", id)}` };
}

const places: Record<Noun, [name: string, path: string] | undefined> = {
  alert: ["alert", "/settings/notifications"],
  application: ["application", "/applications/*"],
  apiKey: ["API key", "/developers"],
  attempt: ["attempt", "/deliveries?q=*"],
  auditEntry: ["audit entry", "/settings/audit-log"],
  delivery: ["delivery", "/deliveries/*"],
  email: ["e-mail", "/settings/mailbox"],
  endpoint: ["endpoint", "/endpoints/*"],
  event: ["event", "/events/*"],
  inboxRequest: ["received request", "/playground?open=*"],
  invitation: ["invitation", "/settings/members"],
  portalSession: ["portal link", "/applications"],
  replay: ["replay", "/replays/*"],
  session: undefined,
  tenant: ["tenant", "/settings"],
  user: ["member", "/settings/members"],
  view: ["view", "/views/*"],
};

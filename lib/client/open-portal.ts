import { openPortalSession } from "../contracts/portal.ts";
import { getPortal, type Portal } from "../contracts/portal-settings.ts";
import { carryPortalToken } from "./portal-token.ts";
import { ApiProblem } from "./problem.ts";
import { callApi } from "./request.ts";

/**
 * Opens the portal of a tenant: with the link in the address, whose token leaves it at once, or with the session that this
 * tab opened before, so that a reload goes on. Undefined when there is neither, or it is over.
 */
export async function openPortal(slug: string): Promise<Portal | undefined> {
  const link = takeLink();
  const kept = recall(slug);
  const session = link === undefined ? kept : ((await exchange(link)) ?? sameLink(kept, link));
  if (!session) return undefined;
  carryPortalToken(session.token);
  const portal = await orUndefined(() => callApi(getPortal, { tenantId: "" }));
  // A frame's policy is that of the tenant in the address: no other tenant's session may show there.
  if (portal?.tenant.slug !== slug) return leavePortal(slug);
  remember(slug, session);
  return portal;
}

/** Forgets the session of this tab. */
export function leavePortal(slug: string): undefined {
  carryPortalToken(undefined);
  withStorage((storage) => storage.removeItem(keyOf(slug)));
  return undefined;
}

type Session = { token: string; link: string };

function takeLink(): string | undefined {
  const link = location.hash.slice(1);
  if (!link.startsWith("phl_")) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}

async function exchange(link: string): Promise<Session | undefined> {
  carryPortalToken(link);
  const opened = await orUndefined(() => callApi(openPortalSession, { tenantId: "" }));
  return opened && { token: opened.token, link: markOf(link) };
}

/** A page that shows its frame again gives the same link again: it was opened here, so its session goes on. */
function sameLink(kept: Session | undefined, link: string): Session | undefined {
  return kept?.link === markOf(link) ? kept : undefined;
}

function markOf(link: string): string {
  return link.slice(-8);
}

async function orUndefined<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 401 || error.status === 403)) return undefined;
    throw error;
  }
}

function recall(slug: string): Session | undefined {
  const text = withStorage((storage) => storage.getItem(keyOf(slug)));
  const { token, link } = JSON.parse(text ?? "{}") as Partial<Session>;
  return token && link ? { token, link } : undefined;
}

function remember(slug: string, session: Session): void {
  withStorage((storage) => storage.setItem(keyOf(slug), JSON.stringify(session)));
}

function keyOf(slug: string): string {
  return `posthorn-portal:${slug}`;
}

/** Browsers may refuse storage to a frame; then a reload wants a new link, and nothing else is lost. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

import { env } from "../env.ts";

/** The path to go to after signing in: that of `callbackUrl` when it stays on our own origin, else `fallback`. */
export function callbackPath(callbackUrl: string | null | undefined, fallback = "/"): string {
  const base = env().url;
  if (!callbackUrl || !URL.canParse(callbackUrl, base)) return fallback;
  const target = new URL(callbackUrl, base);
  if (target.origin !== new URL(base).origin) return fallback;
  // "/x/..//host" folds to a path that a browser would take for another host.
  return `/${(target.pathname + target.search + target.hash).replace(/^[/\\]+/, "")}`;
}

import { blockedMessage, checkUrl, isInbox } from "../delivery/guard.ts";
import { resolveTarget } from "../delivery/resolve-target.ts";
import { egressPolicy } from "../egress-policy.ts";
import { AppError, invalid } from "../errors.ts";
import { log } from "../log.ts";

const lookupMs = 3_000;
const knownMs = 10_000;
const maxKnown = 1_000;
const processGlobals = globalThis as { posthornCheckedHosts?: Map<string, number> };

/**
 * Checks a receiver's URL as every delivery will, and answers with its normal form. A name that does not resolve yet is
 * let through: deliveries check again. Throws 422; why egress policy blocks it is for our logs alone.
 */
export async function checkTarget(input: string): Promise<string> {
  if (!URL.canParse(input)) throw invalid("url", "must be a full URL such as https://example.com/webhooks");
  const checked = checkUrl(input, egressPolicy());
  if (checked.kind === "blocked") throw blocked(checked.reason);
  if (!isInbox(checked.url, egressPolicy())) await checkAddresses(checked.url);
  return checked.url.href;
}

/** Asks DNS, unless it was asked a moment ago: the check before a transaction serves for the one within. */
async function checkAddresses(url: URL): Promise<void> {
  processGlobals.posthornCheckedHosts ??= new Map();
  const known = processGlobals.posthornCheckedHosts;
  if (performance.now() - (known.get(url.host) ?? -knownMs) < knownMs) return;
  const target = await resolveTarget(url, egressPolicy(), { signal: AbortSignal.timeout(lookupMs) });
  if (target.kind === "blocked") throw blocked(target.reason);
  if (known.size >= maxKnown) known.clear();
  known.set(url.host, performance.now());
}

function blocked(reason: string): AppError {
  log().info({ reason }, "a receiver's URL was refused");
  const fields = [{ path: "url", message: blockedMessage }];
  return new AppError("blocked_url", { detail: `${blockedMessage}.`, fields });
}

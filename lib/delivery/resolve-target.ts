import { parseAddress } from "./address.ts";
import { addressProblem, bareHost, type EgressPolicy, literalAddress } from "./guard.ts";
import { type Lookup, resolveName } from "./lookup.ts";

export type ResolvedTarget =
  | { kind: "resolved"; addresses: readonly string[] }
  | { kind: "blocked"; reason: string }
  | { kind: "unresolved"; reason: string };

export type ResolveSettings = { lookup?: Lookup; signal: AbortSignal };

/**
 * Resolves the host of a URL that passed `checkUrl`, once, and returns the addresses that may be connected to. One
 * forbidden address refuses the whole name. A signal that fires first gives `unresolved`.
 */
export async function resolveTarget(
  url: URL,
  policy: EgressPolicy,
  { lookup = resolveName, signal }: ResolveSettings,
): Promise<ResolvedTarget> {
  if (literalAddress(url)) return vetted([bareHost(url)], url, policy);
  try {
    const addresses = await Promise.race([lookup(url.hostname, signal), rejectOnAbort(signal)]);
    return addresses.length > 0
      ? vetted(addresses, url, policy)
      : unresolved(`${url.hostname} has no address`);
  } catch (error) {
    return unresolved(describe(error, url.hostname));
  }
}

function vetted(addresses: readonly string[], url: URL, policy: EgressPolicy): ResolvedTarget {
  for (const text of addresses) {
    const address = parseAddress(text);
    const problem = address ? addressProblem(url, address, policy) : "not an address";
    if (problem) return { kind: "blocked", reason: `${url.hostname} leads to ${text}: ${problem}` };
  }
  return { kind: "resolved", addresses };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function describe(error: unknown, hostname: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOTFOUND":
      return `${hostname} does not exist in DNS`;
    case "ENODATA":
      return `${hostname} has no address in DNS`;
    case "ETIMEOUT":
    case "ETIMEDOUT":
      return `DNS did not answer for ${hostname}`;
    case "ESERVFAIL":
      return `DNS could not resolve ${hostname} (SERVFAIL)`;
    default:
      return `${hostname} could not be resolved${typeof code === "string" ? ` (${code})` : ""}`;
  }
}

function unresolved(reason: string): ResolvedTarget {
  return { kind: "unresolved", reason };
}

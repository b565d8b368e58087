import { Resolver } from "node:dns/promises";

/** Resolves a host name to all its addresses, IPv4 first; rejects with Node's DNS error codes. */
export type Lookup = (hostname: string, signal: AbortSignal) => Promise<readonly string[]>;

/**
 * Makes a lookup that asks DNS for A and AAAA records and stops asking when the signal fires. It does not use
 * getaddrinfo, whose few threads a handful of unanswered names could hold against every other endpoint; so
 * /etc/hosts is not read.
 */
export function createLookup(newResolver: () => Resolver): Lookup {
  return async (hostname, signal) => {
    const resolver = newResolver();
    const cancel = () => resolver.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    try {
      const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
      const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
      if (addresses.length === 0) throw mostTelling(answers);
      return addresses;
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  };
}

/** Resolves by the DNS servers of the machine, as they are configured at that moment. */
export const resolveName: Lookup = createLookup(() => new Resolver({ timeout: 2000, tries: 2 }));

function mostTelling(answers: readonly PromiseSettledResult<string[]>[]): unknown {
  const errors = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  const noAddress = Object.assign(new Error("no address"), { code: "ENODATA" });
  return errors.find((error) => error.code !== "ENODATA") ?? noAddress;
}

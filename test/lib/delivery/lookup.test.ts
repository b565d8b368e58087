import { Resolver } from "node:dns/promises";
import { describe, expect, test } from "vitest";
import { createLookup, type Lookup } from "#lib/delivery/lookup.ts";
import { type DnsServer, startDnsServer, type Zone } from "#test/support/dns-server.ts";

const never = new AbortController().signal;
const name = "hooks.example.com";

function lookupAt({ port }: DnsServer): Lookup {
  return createLookup(() => {
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    resolver.setServers([`127.0.0.1:${port}`]);
    return resolver;
  });
}

describe("createLookup", () => {
  test.each<[string, Zone, string[]]>([
    [
      "IPv4 and IPv6 addresses, IPv4 first",
      { addresses: ["2606:4700::1111", "93.184.215.14"] },
      ["93.184.215.14", "2606:4700::1111"],
    ],
    ["one kind of address", { addresses: ["2606:4700::1111"] }, ["2606:4700::1111"]],
    [
      "the end of a chain of aliases",
      { aliases: ["a.example.net", "b.example.org"], addresses: ["93.184.215.14"] },
      ["93.184.215.14"],
    ],
    [
      "every address of a kind",
      { addresses: ["93.184.215.14", "127.0.0.1", "::1", "::ffff:10.0.0.1"] },
      ["93.184.215.14", "127.0.0.1", "::1", "::ffff:10.0.0.1"],
    ],
  ])("returns %s", async (_, zone, addresses) => {
    await using dns = await startDnsServer({ [name]: zone });
    expect(await lookupAt(dns)(name, never)).toEqual(addresses);
    expect(dns.questions.toSorted()).toEqual([`A ${name}`, `AAAA ${name}`]);
  });

  test.each<[string, Zone]>([
    ["ENOTFOUND", { failure: "NXDOMAIN" }],
    ["ENODATA", { addresses: [] }],
    ["ENODATA", { aliases: ["a.example.net"], addresses: [] }],
    ["ESERVFAIL", { failure: "SERVFAIL" }],
    ["EREFUSED", { failure: "REFUSED" }],
  ])("rejects with %s", async (code, zone) => {
    await using dns = await startDnsServer({ [name]: zone });
    await expect(lookupAt(dns)(name, never)).rejects.toMatchObject({ code });
  });

  test("stops asking when the signal fires", async () => {
    await using dns = await startDnsServer({ [name]: "silent" });
    const controller = new AbortController();
    const pending = lookupAt(dns)(name, controller.signal);
    controller.abort();
    await expect(pending).rejects.toMatchObject({ code: "ECANCELLED" });
  });
});

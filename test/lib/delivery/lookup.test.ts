import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { isIPv4 } from "node:net";
import { describe, expect, test } from "vitest";
import { createLookup, type Lookup } from "#lib/delivery/lookup.ts";

type Zone = { A?: string; AAAA?: string; code?: number };
type Server = AsyncDisposable & { lookup: Lookup; questions: string[] };

const never = new AbortController().signal;
const typeA = 1;

/** A DNS server on 127.0.0.1 that knows one name's records, or with no zone does not answer at all. */
async function startDns(zone?: Zone): Promise<Server> {
  const questions: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const type = query.readUInt16BE(query.length - (query.readUInt16BE(10) > 0 ? 15 : 4));
    questions.push(type === typeA ? "A" : "AAAA");
    if (zone) socket.send(reply(query, type, zone), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const { port } = socket.address();
  const lookup = createLookup(() => {
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    resolver.setServers([`127.0.0.1:${port}`]);
    return resolver;
  });
  return {
    lookup,
    questions,
    [Symbol.asyncDispose]: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function reply(query: Buffer, type: number, zone: Zone): Buffer {
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  const address = type === typeA ? zone.A : zone.AAAA;
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180 | (zone.code ?? 0), 2);
  head.writeUInt16BE(address ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, question, address ? record(type, address) : Buffer.alloc(0)]);
}

function record(type: number, address: string): Buffer {
  const data = isIPv4(address)
    ? Buffer.from(address.split(".").map(Number))
    : Buffer.from(
        address
          .split(":")
          .map((group) => group.padStart(4, "0"))
          .join(""),
        "hex",
      );
  const head = Buffer.from("c00c00000001000000000000", "hex");
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

describe("createLookup", () => {
  test("returns IPv4 and IPv6 addresses, IPv4 first", async () => {
    await using dns = await startDns({ A: "93.184.215.14", AAAA: "2606:4700:0:0:0:0:0:1111" });
    expect(await dns.lookup("hooks.example.com", never)).toEqual(["93.184.215.14", "2606:4700::1111"]);
    expect(dns.questions.toSorted()).toEqual(["A", "AAAA"]);
  });

  test("one kind of address is enough", async () => {
    await using dns = await startDns({ AAAA: "2606:4700:0:0:0:0:0:1111" });
    expect(await dns.lookup("hooks.example.com", never)).toEqual(["2606:4700::1111"]);
  });

  test.each([
    ["ENOTFOUND", { code: 3 }],
    ["ENODATA", {}],
    ["ESERVFAIL", { code: 2 }],
  ])("rejects with %s", async (code, zone) => {
    await using dns = await startDns(zone);
    await expect(dns.lookup("hooks.example.com", never)).rejects.toMatchObject({ code });
  });

  test("stops asking when the signal fires", async () => {
    await using dns = await startDns();
    const controller = new AbortController();
    const pending = dns.lookup("hooks.example.com", controller.signal);
    controller.abort();
    await expect(pending).rejects.toMatchObject({ code: "ECANCELLED" });
  });
});

import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { isIPv4 } from "node:net";
import { encodeRecord } from "./dns-record.ts";

/**
 * What a name answers: addresses of both families, each name it is another one for before them, or a failure; a function is
 * asked anew each time; `silent` never answers.
 */
export type Zone =
  | { addresses: string[]; aliases?: string[] }
  | { failure: "NXDOMAIN" | "SERVFAIL" | "REFUSED" }
  | "silent";
export type Zones = Record<string, Zone | ((nth: number) => Zone)>;

export type DnsServer = AsyncDisposable & {
  port: number;
  /** Every question so far, as `A name`. */
  questions: string[];
  /** Adds names, or changes what they answer. */
  set: (zones: Zones) => void;
};

const types = { A: 1, AAAA: 28 };
const failures = { NXDOMAIN: 3, SERVFAIL: 2, REFUSED: 5 };
type Question = { id: number; name: string; type: number; bytes: Buffer };

/** A real DNS server on a loopback UDP port (RFC 1035), authoritative for the names it is told; others do not exist. */
export async function startDnsServer(zones: Zones = {}): Promise<DnsServer> {
  const socket = createSocket("udp4");
  const known: Zones = { ...zones };
  const questions: string[] = [];
  const asked = new Map<string, number>();
  socket.on("message", (query, from) => {
    const question = read(query);
    const key = `${question.type === types.A ? "A" : "AAAA"} ${question.name}`;
    questions.push(key);
    asked.set(key, (asked.get(key) ?? 0) + 1);
    const entry = known[question.name] ?? { failure: "NXDOMAIN" };
    const zone = typeof entry === "function" ? entry(asked.get(key) ?? 1) : entry;
    if (zone !== "silent") socket.send(reply(question, zone), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    port: socket.address().port,
    questions,
    set: (more) => void Object.assign(known, more),
    [Symbol.asyncDispose]: () => close(socket),
  };
}

function read(query: Buffer): Question {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  const name = labels.join(".").toLowerCase();
  return {
    id: query.readUInt16BE(0),
    name,
    type: query.readUInt16BE(at + 1),
    bytes: query.subarray(12, at + 5),
  };
}

function reply(question: Question, zone: Exclude<Zone, "silent">): Buffer {
  const records = "failure" in zone ? [] : recordsOf(question, zone);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(question.id, 0);
  head.writeUInt16BE(0x8180 | ("failure" in zone ? failures[zone.failure] : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, question.bytes, ...records]);
}

function recordsOf(
  { name, type }: Question,
  { addresses, aliases = [] }: { addresses: string[]; aliases?: string[] },
) {
  const names = [name, ...aliases];
  const canonical = names.at(-1) ?? name;
  return [
    ...aliases.map((alias, index) => encodeRecord({ name: names[index] ?? name, alias })),
    ...addresses
      .filter((address) => isIPv4(address) === (type === types.A))
      .map((address) => encodeRecord({ name: canonical, address })),
  ];
}

async function close(socket: Socket): Promise<void> {
  const closed = once(socket, "close");
  socket.close();
  await closed;
}

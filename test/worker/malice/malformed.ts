import { brotliCompressSync, gzipSync } from "node:zlib";
import { okHead } from "#test/lib/delivery/bad-manners.ts";
import { answers, answersAndEnds, type BadReceiver } from "./bad-receiver.ts";

const zeros = Buffer.alloc(50_000_000);

export const bombs = { gzip: gzipSync(zeros), br: brotliCompressSync(zeros) };

/** Receivers whose answer breaks the protocol, in bytes or in spirit. */
export const malformed: BadReceiver[] = [
  answersAndEnds("speaks HTTP/0.9", "protocol", "<h1>ok</h1>"),
  answers("speaks SSH", "protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
  answers("speaks HTTP/2", "protocol", Buffer.from("00001204000000000000020000000000", "hex")),
  answers("claims HTTP/9.9", "protocol", "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n"),
  answers("answers with status 1000", "protocol", "HTTP/1.1 1000 OK\r\nContent-Length: 0\r\n\r\n"),
  answers("answers with status 99", "protocol", "HTTP/1.1 99 Low\r\nContent-Length: 0\r\n\r\n"),
  answers("answers with status 999", "protocol", "HTTP/1.1 999 High\r\nContent-Length: 0\r\n\r\n"),
  answers("answers with status -1", "protocol", "HTTP/1.1 -1 No\r\nContent-Length: 0\r\n\r\n"),
  answers("continues what did not wait", "protocol", "HTTP/1.1 100 Continue\r\n\r\n"),
  answers(
    "switches protocols",
    "protocol",
    "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
  ),
  answers("sends a header of 20 kB", "protocol", `${okHead}X-A: ${"a".repeat(20_000)}\r\n\r\n`),
  answers("sends 5,000 headers", "protocol", `${okHead}${"X-A: b\r\n".repeat(5_000)}\r\n`),
  answers("sends 2,000 small headers", null, `${okHead}${"a:b\r\n".repeat(2_000)}Content-Length: 0\r\n\r\n`),
  answers("puts NUL into a header's name", "protocol", `${okHead}\0bad: x\r\n\r\n`),
  answers("names two lengths", "protocol", `${okHead}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`),
  answers("names a negative length", "protocol", `${okHead}Content-Length: -5\r\n\r\n`),
  answers("names a length beyond 64 bits", "protocol", `${okHead}Content-Length: ${"9".repeat(30)}\r\n\r\n`),
  answers(
    "names a length and chunks",
    "protocol",
    `${okHead}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ),
  answersAndEnds("promises more than it sends", null, `${okHead}Content-Length: 1000\r\n\r\nabc`),
  answers("sends more than it promises", null, `${okHead}Content-Length: 2\r\n\r\nok and then some`),
  answers("sends chunks of nonsense", null, `${okHead}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzzz\r\n`),
  answers(
    "sends a chunk of 2⁷² bytes",
    null,
    `${okHead}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc`,
  ),
  answers("sends 204 with a body", null, "HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc"),
  ...Object.entries(bombs).map(([encoding, bomb]) =>
    answers(
      `sends a bomb in ${encoding}`,
      null,
      Buffer.concat([
        Buffer.from(`${okHead}Content-Encoding: ${encoding}\r\nContent-Length: ${bomb.length}\r\n\r\n`),
        bomb,
      ]),
    ),
  ),
  answersAndEnds("hangs up within its headers", "protocol", `${okHead}X-`),
  answersAndEnds("hangs up without a word", "protocol", ""),
  breaksOff("resets before it answers", "protocol", ""),
  breaksOff("resets within its headers", "protocol", `${okHead}X-A: `),
  breaksOff("resets within the body of a 200", null, `${okHead}Content-Length: 10\r\n\r\nabc`),
  breaksOff("resets within the body of a 502", "http_5xx", "HTTP/1.1 502 No\r\nContent-Length: 9\r\n\r\nabc"),
];

/** What is sent is sure to have arrived before the reset, which would overtake it. */
function breaksOff(name: string, kind: BadReceiver["kind"], bytes: string): BadReceiver {
  return {
    name,
    kind,
    options: {
      answer: ({ socket }) => {
        if (bytes === "") return void socket.resetAndDestroy();
        socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 50));
      },
    },
  };
}

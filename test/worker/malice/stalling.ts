import type { Socket } from "node:net";
import { okHead, repeat } from "#test/lib/delivery/bad-manners.ts";
import type { BadReceiver } from "./bad-receiver.ts";

/** Receivers that never come to an end, slowly or as fast as they are read. */
export const stalling: BadReceiver[] = [
  slow("never answers", "timeout", () => {}),
  slow("drips its status line", "timeout", (socket) => trickle(socket, "HTTP/1.1 200 OK")),
  slow("drips its headers", "timeout", (socket) => trickle(socket, `${okHead}X-Slow: aaaaaaaaaaaaaaaaaaaa`)),
  slow("drips interim answers", "timeout", (socket) => trickle(socket, "HTTP/1.1 103 Early Hints\r\n\r\n")),
  slow("stops within its headers", "timeout", (socket) => socket.write(`${okHead}X-A: 1\r\n`)),
  slow("says 200 and drips its body", null, (socket) => {
    socket.write(`${okHead}\r\n`);
    trickle(socket, "a body of one byte at a time");
  }),
  slow("says 500 and drips its body", "http_5xx", (socket) => {
    socket.write("HTTP/1.1 500 Oops\r\n\r\n");
    trickle(socket, "a body of one byte at a time");
  }),
  slow("says 200 and promises a body that never comes", null, (socket) =>
    socket.write(`${okHead}Content-Length: 5\r\n\r\n`),
  ),
  slow("says 503 and promises a chunk that never comes", "http_5xx", (socket) =>
    socket.write("HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n"),
  ),
  {
    name: "does not read",
    kind: "timeout",
    hangs: true,
    options: { onConnection: (socket) => void socket.pause() },
  },
  endless("an endless body of a 200", null, `${okHead}\r\n`, "x"),
  endless("an endless body of a 500", "http_5xx", "HTTP/1.1 500 Oops\r\n\r\n", "x"),
  endless("endless chunks", null, `${okHead}Transfer-Encoding: chunked\r\n\r\n`, "1\r\nx\r\n"),
  endless("a flood of 103", "protocol", "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
  endless("a flood of blank lines", "protocol", "", "\r\n"),
  endless("endless headers", "protocol", okHead, "X-A: aaaaaaaaaaaaaaaa\r\n"),
  endless("one endless header", "protocol", `${okHead}X-A: `, "a"),
  endless("an endless status line", "protocol", "HTTP/1.1 200 ", "x"),
];

function slow(name: string, kind: BadReceiver["kind"], stall: (socket: Socket) => void): BadReceiver {
  return { name, kind, hangs: true, options: { answer: ({ socket }) => stall(socket) } };
}

/** Writes the text a byte a second, as long as anybody listens. */
function trickle(socket: Socket, text: string): void {
  let next = 0;
  const timer = setInterval(() => {
    socket.write(text.charAt(next % text.length));
    next += 1;
  }, 1_000);
  socket.on("close", () => clearInterval(timer));
}

function endless(name: string, kind: BadReceiver["kind"], start: string, filler: string): BadReceiver {
  return {
    name: `sends ${name}`,
    kind,
    options: {
      answer: ({ socket }) => {
        socket.write(start);
        repeat(socket, filler.repeat(Math.ceil(65_536 / filler.length)));
      },
    },
  };
}

import type { Socket } from "node:net";
import type { RawRequest } from "./raw-receiver.ts";

export const okHead = "HTTP/1.1 200 OK\r\n";

/** Answers every request with these bytes. */
export function answerWith(text: string | Buffer) {
  return ({ socket }: RawRequest) => {
    socket.write(text);
  };
}

/** Writes the text again and again, as fast as it is read. */
export function repeat(socket: Socket, text: string): void {
  const chunk = Buffer.from(text);
  const pump = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", pump);
  pump();
}

/** Writes the text every 5 ms. */
export function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 5);
  socket.on("close", () => clearInterval(timer));
}

import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { drip, okHead } from "./bad-manners.ts";
import { type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { testSender, until } from "./test-sender.ts";

describe("the deadline", () => {
  test("covers DNS", async () => {
    await using sender = testSender({ lookup: () => new Promise(() => {}) });
    const { error, timings } = await sender.post({ url: "http://hooks.example.com/", timeoutMs: 50 });
    expect(error).toEqual({ kind: "timeout", message: "no answer within 0.05 s (waiting for DNS)" });
    expect(timings).toMatchObject({ dnsMs: null, connectMs: null, firstByteMs: null });
    expect(timings.totalMs).toBeLessThan(2000);
  });

  test("covers the TLS handshake", async () => {
    await using receiver = await startRawReceiver({});
    await using sender = testSender();
    const url = receiver.url.replace("http:", "https:");
    const { error, timings } = await sender.post({ url, timeoutMs: 300 });
    expect(error).toEqual({
      kind: "timeout",
      message: "no answer within 0.3 s (connected, in the TLS handshake)",
    });
    expect(timings).toMatchObject({ connectMs: expect.any(Number), tlsMs: null });
    await until(() => receiver.open.size === 0);
  });

  test("covers a receiver that does not read", async () => {
    await using receiver = await startRawReceiver({ onConnection: (socket) => socket.pause() });
    await using sender = testSender();
    const body = Buffer.alloc(20_000_000);
    const { error } = await sender.post({ url: receiver.url, body, timeoutMs: 500 });
    expect(error?.message).toBe("no answer within 0.5 s (connected, sending the request)");
  });

  const stalls: [string, (socket: Socket) => void][] = [
    ["never answers", () => {}],
    ["drips its headers", (socket) => socket.write(`${okHead}X-A: `, () => drip(socket, "a"))],
    ["drips empty lines", (socket) => drip(socket, "\r\n")],
    ["stops after an interim answer", (socket) => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n")],
  ];
  test.each(stalls)("covers a receiver that %s", async (_, stall) => {
    await using receiver = await startRawReceiver({ answer: ({ socket }) => stall(socket) });
    await using sender = testSender();
    const { error, timings, remoteAddress } = await sender.post({ url: receiver.url, timeoutMs: 400 });
    expect(error).toEqual({
      kind: "timeout",
      message: "no answer within 0.4 s (connected, request sent, waiting for headers)",
    });
    expect(timings.firstByteMs).toBeNull();
    expect(timings.totalMs).toBeLessThan(2000);
    expect(remoteAddress).toBe("127.0.0.1");
    await until(() => receiver.open.size === 0);
  });

  test("of one request does not touch another on the same lane", async () => {
    const answer = ({ socket, head }: RawRequest) => {
      if (head.includes("x-fast")) socket.write(`${okHead}Content-Length: 0\r\n\r\n`);
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const slow = sender.post({ url: receiver.url, timeoutMs: 300 });
    const fast = await sender.post({ url: receiver.url, headers: { "x-fast": "1" } });
    expect(fast.error).toBeNull();
    expect((await slow).error?.kind).toBe("timeout");
    expect((await sender.post({ url: receiver.url, headers: { "x-fast": "1" } })).error).toBeNull();
  });
});

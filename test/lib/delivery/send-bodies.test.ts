import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { answerWith, drip, okHead, repeat } from "./bad-manners.ts";
import { type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { maxResponseBytes, testSender, until } from "./test-sender.ts";

describe("a receiver that answers 2xx is delivered to, whatever its body does", () => {
  const bodies: [string, (socket: Socket) => void][] = [
    ["never ends", (socket) => repeat(socket, "x".repeat(65_536))],
    ["drips", (socket) => drip(socket, "x")],
    ["never comes", () => {}],
    ["is reset", (socket) => socket.write("abc", () => socket.resetAndDestroy())],
    ["ends early", (socket) => socket.end("abc")],
  ];
  test.each(bodies)("and %s", async (_, sendBody) => {
    const answer = ({ socket }: RawRequest) => {
      socket.write(`${okHead}Content-Length: 1000000000\r\n\r\n`);
      sendBody(socket);
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url, timeoutMs: 600 });
    expect(result.error).toBeNull();
    expect(result.response).toMatchObject({ status: 200, truncated: true });
    expect(result.response?.body.length).toBeLessThanOrEqual(maxResponseBytes);
    await until(() => receiver.open.size === 0);
  });

  test("and its chunks are broken", async () => {
    await using receiver = await startRawReceiver({
      answer: answerWith(`${okHead}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nnonsense\r\n`),
    });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url });
    expect(result.error).toBeNull();
    expect(result.response).toMatchObject({ body: Buffer.from("abc"), truncated: true });
  });
});

describe("the body of an answer", () => {
  test("is read to the cap and not a byte further, then the socket is closed", async () => {
    let written = 0;
    const answer = ({ socket }: RawRequest) => {
      socket.write(`${okHead}\r\n`);
      repeat(socket, "0123456789abcdef".repeat(4096));
      socket.on("close", () => {
        written = socket.bytesWritten;
      });
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url });
    expect(result.response).toMatchObject({
      truncated: true,
      body: Buffer.from("0123456789abcdef".repeat(1024)),
    });
    expect(result.timings.totalMs).toBeLessThan(3000);
    await until(() => written > 0);
    expect(written).toBeLessThan(20_000_000);
  });

  test.each([
    [maxResponseBytes - 1, false],
    [maxResponseBytes, false],
    [maxResponseBytes + 1, true],
  ])("of %i bytes: truncated is %s", async (size, truncated) => {
    await using receiver = await startRawReceiver({
      answer: answerWith(`${okHead}Content-Length: ${size}\r\n\r\n${"x".repeat(size)}`),
    });
    await using sender = testSender();
    const { response } = await sender.post({ url: receiver.url });
    expect(response?.truncated).toBe(truncated);
    expect(response?.body).toHaveLength(Math.min(size, maxResponseBytes));
    await until(() => receiver.open.size === (truncated ? 0 : 1));
  });

  test("in chunks of one byte costs no more memory than the cap", async () => {
    const answer = ({ socket }: RawRequest) => {
      socket.write(`${okHead}Transfer-Encoding: chunked\r\n\r\n`);
      repeat(socket, "1\r\nx\r\n".repeat(1000));
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const { response } = await sender.post({ url: receiver.url });
    expect(response?.body.equals(Buffer.alloc(maxResponseBytes, "x"))).toBe(true);
    expect(response?.body.buffer.byteLength).toBeLessThanOrEqual(maxResponseBytes);
  });

  test("of a failure that drips is cut off by the deadline, and the status still tells", async () => {
    const answer = ({ socket }: RawRequest) => {
      socket.write("HTTP/1.1 500 Oops\r\n\r\n");
      drip(socket, "x");
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url, timeoutMs: 400 });
    expect(result).toMatchObject({ error: { kind: "http_5xx" }, response: { status: 500, truncated: true } });
  });
});

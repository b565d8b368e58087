import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { answerWith, okHead, repeat } from "./bad-manners.ts";
import { type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { testSender, until } from "./test-sender.ts";

describe("an answer that is not one", () => {
  const answers: [string, string, string][] = [
    ["is no HTTP", "SSH-2.0-OpenSSH_9.6\r\n", "the answer is not valid HTTP"],
    ["has broken headers", `${okHead}\0bad: x\r\n\r\n`, "the answer is not valid HTTP"],
    [
      "has two lengths",
      `${okHead}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      "contradicts its content-length",
    ],
    ["has huge headers", `${okHead}X-A: ${"a".repeat(20_000)}\r\n\r\n`, "longer than 16 KiB"],
    ["has endless headers", `${okHead}${"X-A: aaaaaaaaaaaaaaaa\r\n".repeat(5000)}`, "longer than 16 KiB"],
    [
      "floods with 103",
      "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(1000),
      "kept sending without completing an answer",
    ],
    ["continues what did not wait", "HTTP/1.1 100 Continue\r\n\r\n", "not asked for"],
    [
      "switches protocols",
      "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
      "switched protocols",
    ],
  ];
  test.each(answers)("because it %s is a protocol failure", async (_, text, message) => {
    await using receiver = await startRawReceiver({ answer: answerWith(text) });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url });
    expect(result.error).toEqual({ kind: "protocol", message: expect.stringContaining(message) });
    expect(result.response).toBeNull();
    await until(() => receiver.open.size === 0);
  });

  test.each([
    ["closes", (socket: Socket) => socket.end(), "connection closed before an answer (request sent)"],
    [
      "resets",
      (socket: Socket) => socket.resetAndDestroy(),
      "connection reset before an answer (request sent)",
    ],
    [
      "breaks off within the headers",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nX-"),
      "before an answer",
    ],
  ])("because the receiver %s is a protocol failure", async (_, end, message) => {
    await using receiver = await startRawReceiver({ answer: ({ socket }) => end(socket) });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url });
    expect(result.error).toEqual({ kind: "protocol", message: expect.stringContaining(message) });
  });

  test.each([
    ["blank lines", "", "\r\n"],
    ["interim answers", "", "HTTP/1.1 103 Early Hints\r\n\r\n"],
    ["one status phrase", "HTTP/1.1 200 ", "x"],
  ])("because it is a flood of %s is cut off long before the deadline", async (_, start, filler) => {
    const answer = ({ socket }: RawRequest) => {
      socket.write(start);
      repeat(socket, filler.repeat(10_000));
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const { error, timings } = await sender.post({ url: receiver.url });
    expect(error).toEqual({
      kind: "protocol",
      message: "the receiver kept sending without completing an answer",
    });
    expect(timings.totalMs).toBeLessThan(3000);
    await until(() => receiver.open.size === 0);
  });

  test("a few interim answers before the real one do no harm", async () => {
    const early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(3);
    await using receiver = await startRawReceiver({
      answer: answerWith(`${early}${okHead}Content-Length: 0\r\n\r\n`),
    });
    await using sender = testSender();
    expect(await sender.post({ url: receiver.url })).toMatchObject({
      error: null,
      response: { status: 200 },
    });
  });
});

describe("an extra answer", () => {
  test("sent along with the first is not taken for the answer to the next request", async () => {
    const first = `${okHead}Content-Length: 0\r\n\r\n`;
    const answer = ({ socket }: RawRequest, nth: number) =>
      socket.write(
        nth === 1
          ? `${first}HTTP/1.1 204 Smuggled\r\n\r\n`
          : "HTTP/1.1 500 Real\r\nContent-Length: 0\r\n\r\n",
      );
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    expect((await sender.post({ url: receiver.url })).response?.status).toBe(200);
    expect((await sender.post({ url: receiver.url })).response?.status).toBe(500);
    expect(receiver.connections).toBe(2);
  });

  test("sent later closes the idle connection", async () => {
    await using receiver = await startRawReceiver({
      answer: answerWith(`${okHead}Content-Length: 0\r\n\r\n`),
    });
    await using sender = testSender();
    await sender.post({ url: receiver.url });
    for (const socket of receiver.open) socket.write("HTTP/1.1 204 Smuggled\r\n\r\n");
    await until(() => receiver.open.size === 0);
    expect((await sender.post({ url: receiver.url })).response?.status).toBe(200);
  });
});

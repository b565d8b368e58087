import { describe, expect, test } from "vitest";
import { type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { testSender } from "./test-sender.ts";

const ok = ({ socket }: RawRequest) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
const heldUp = { kind: "unknown", message: "Our worker was held up; nothing was sent." };

/** As a process that is stopped: nothing of it goes on meanwhile. */
function standStill(milliseconds: number): void {
  const endsAtMs = performance.now() + milliseconds;
  while (performance.now() < endsAtMs);
}

/** Asked for so long ago, and may begin within 5 s; counts how often it is confirmed. */
function asked(agoMs: number, isOwed: boolean) {
  const start = {
    askedMs: performance.now() - agoMs,
    withinMs: 5_000,
    confirmed: 0,
    confirm: async () => {
      start.confirmed += 1;
      return isOwed;
    },
  };
  return start;
}

describe("a request that comes late to be written", () => {
  test("is not asked about in time", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    const start = asked(1_000, false);
    expect((await sender.post({ url: receiver.url, start })).error).toBeNull();
    expect(start.confirmed).toBe(0);
  });

  test("is written if it is still owed", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    const start = asked(6_000, true);
    expect((await sender.post({ url: receiver.url, start })).error).toBeNull();
    expect([start.confirmed, receiver.requests.length]).toEqual([1, 1]);
  });

  test.each(["a new", "an idle"])("is not written over %s connection if it is not", async (connection) => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    if (connection === "an idle") await sender.post({ url: receiver.url });
    const before = receiver.requests.length;
    const result = await sender.post({ url: receiver.url, start: asked(6_000, false) });
    expect(result).toMatchObject({ response: null, error: heldUp });
    expect(receiver.requests).toHaveLength(before);
  });

  test("is not written when the process stands still on the last steps before", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    await sender.post({ url: receiver.url });
    const start = { ...asked(0, true), withinMs: 50 };
    const sending = sender.post({ url: receiver.url, start });
    standStill(100);
    expect(await sending).toMatchObject({ response: null, error: heldUp });
    expect(receiver.requests).toHaveLength(1);
  });
});

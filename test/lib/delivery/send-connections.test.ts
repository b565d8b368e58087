import { describe, expect, test } from "vitest";
import { type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { testSender, until } from "./test-sender.ts";

const ok = ({ socket }: RawRequest) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

describe("connections", () => {
  test("are reused within a lane and never across lanes", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    for (const lane of ["ep_1", "ep_1", "ep_2", "ep_1", "ep_2"])
      await sender.post({ url: receiver.url, lane });
    expect(receiver.requests.map(({ connection }) => connection)).toEqual([1, 1, 2, 1, 2]);
  });

  test("one each for requests at the same time", async () => {
    const held: RawRequest[] = [];
    const answer = (request: RawRequest) => {
      held.push(request);
      if (held.length === 3) held.forEach(ok);
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const results = await Promise.all([1, 2, 3].map(() => sender.post({ url: receiver.url })));
    expect(results.map(({ error }) => error)).toEqual([null, null, null]);
    expect(receiver.connections).toBe(3);
  });

  test("are closed when the origin of a lane changes", async () => {
    await using before = await startRawReceiver({ answer: ok });
    await using after = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    await sender.post({ url: before.url });
    await sender.post({ url: after.url });
    await until(() => before.open.size === 0);
    expect(after.requests).toHaveLength(1);
  });

  test("are closed when a lane is forgotten, the busy ones after their answer", async () => {
    const held: RawRequest[] = [];
    await using receiver = await startRawReceiver({ answer: (request) => held.push(request) });
    await using sender = testSender();
    const pending = sender.post({ url: receiver.url });
    await until(() => held.length === 1);
    sender.forget("ep_1");
    held.forEach(ok);
    expect((await pending).error).toBeNull();
    await until(() => receiver.open.size === 0);
  });

  test("are closed after the idle time", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender({ idleMs: 50 });
    await sender.post({ url: receiver.url });
    expect(receiver.open.size).toBe(1);
    await until(() => receiver.open.size === 0);
    expect((await sender.post({ url: receiver.url })).error).toBeNull();
  });

  test("are not kept when the receiver says close, or hints at less than the margin", async () => {
    const hints = ["Connection: close", "Connection: keep-alive\r\nKeep-Alive: timeout=1"];
    const answer = ({ socket }: RawRequest, nth: number) =>
      socket.write(`HTTP/1.1 200 OK\r\n${hints[nth - 1] ?? "X-A: 1"}\r\nContent-Length: 0\r\n\r\n`);
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    for (let nth = 0; nth < 3; nth += 1) await sender.post({ url: receiver.url });
    expect(receiver.connections).toBe(3);
  });

  test("that the receiver closed while idle cost nothing: the request goes out once, on a new one", async () => {
    const answer = (request: RawRequest, nth: number) => {
      ok(request);
      if (nth === 1) request.socket.end();
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    expect((await sender.post({ url: receiver.url })).error).toBeNull();
    await until(() => receiver.open.size === 0);
    expect((await sender.post({ url: receiver.url })).error).toBeNull();
    expect(receiver.requests.map(({ connection }) => connection)).toEqual([1, 2]);
  });

  test("that the receiver resets before the next request is written are replaced as well", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    for (let nth = 1; nth <= 20; nth += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const socket of receiver.open) socket.resetAndDestroy();
      expect((await sender.post({ url: receiver.url })).error).toBeNull();
      expect(receiver.requests).toHaveLength(nth);
    }
  });

  test("that break after the request was written do not make it go out twice", async () => {
    const answer = (request: RawRequest, nth: number) => (nth === 1 ? ok(request) : request.socket.destroy());
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    await sender.post({ url: receiver.url });
    const second = await sender.post({ url: receiver.url });
    expect(second.error?.kind).toBe("protocol");
    expect(receiver.requests).toHaveLength(2);
  });

  test("closing the sender waits for what is under way and ends every connection", async () => {
    const held: RawRequest[] = [];
    const answer = (request: RawRequest, nth: number) => (nth < 3 ? ok(request) : held.push(request));
    await using receiver = await startRawReceiver({ answer });
    const sender = testSender();
    await sender.post({ url: receiver.url, lane: "ep_1" });
    await sender.post({ url: receiver.url, lane: "ep_2" });
    const pending = sender.post({ url: receiver.url, lane: "ep_2" });
    await until(() => held.length === 1);
    const closing = sender.close();
    held.forEach(ok);
    await closing;
    expect((await pending).error).toBeNull();
    await until(() => receiver.open.size === 0);
    await expect(sender.post({ url: receiver.url })).rejects.toThrow("closed");
  });
});

import { createServer, type IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { deliveryBody } from "#lib/delivery/body.ts";
import { deliveryHeaders } from "#lib/delivery/headers.ts";
import { createSender } from "#lib/delivery/send.ts";
import { decodeSecret, newSecret } from "#lib/delivery/sign.ts";
import { listen, type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { testSender } from "./test-sender.ts";

const ok = ({ socket }: RawRequest) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

describe("send", () => {
  test("delivers bytes and headers that the official library verifies", async () => {
    const received: {
      body: Buffer;
      headers: IncomingHttpHeaders;
      method: string | undefined;
      url: string | undefined;
    }[] = [];
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      received.push({ body, headers: request.headers, method: request.method, url: request.url });
      response.writeHead(201, { "x-answer": "a" }).end("thanks");
    });
    const url = `http://127.0.0.1:${await listen(server)}/hook?x=1`;
    const secret = newSecret();
    const decoded = decodeSecret(secret);
    const keys = decoded.kind === "decoded" ? [decoded.key] : [];
    const body = deliveryBody({
      type: "a.b",
      timestamp: "2026-01-01T00:00:00Z",
      data: '{"n":1.0,"é":"ü"}',
      format: "full",
    });
    const timestampSeconds = Math.floor(Date.now() / 1000);
    const headers = deliveryHeaders({
      version: "1",
      id: "evt_1",
      timestampSeconds,
      body,
      keys,
      custom: { "X-Key": "k" },
    });
    await using sender = testSender();
    const result = await sender.post({ url, headers, body });
    server.close();
    expect(result).toMatchObject({
      remoteAddress: "127.0.0.1",
      error: null,
      response: { status: 201, truncated: false },
    });
    expect(result.response?.body.toString()).toBe("thanks");
    expect(result.response?.headers).toContainEqual(["x-answer", "a"]);
    const [request] = received;
    expect(request).toMatchObject({ method: "POST", url: "/hook?x=1", body });
    expect(request?.headers).toMatchObject({
      host: new URL(url).host,
      "content-type": "application/json",
      "x-key": "k",
    });
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "a.b" });
  });

  test("times the steps that happened and leaves the others empty", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    const first = await sender.post({ url: receiver.url });
    const second = await sender.post({ url: receiver.url });
    expect(first.timings).toEqual({
      dnsMs: expect.any(Number),
      connectMs: expect.any(Number),
      tlsMs: null,
      firstByteMs: expect.any(Number),
      totalMs: expect.any(Number),
    });
    expect(second.timings).toMatchObject({ dnsMs: null, connectMs: null, firstByteMs: expect.any(Number) });
    expect(second.startedAt.getTime()).toBeGreaterThanOrEqual(first.startedAt.getTime());
  });

  test("keeps repeated response headers, in order, as the receiver wrote them", async () => {
    const answer = ({ socket }: RawRequest) =>
      socket.write(
        "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-Latin: \xe9\r\nContent-Length: 0\r\n\r\n",
        "latin1",
      );
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    expect((await sender.post({ url: receiver.url })).response?.headers).toEqual([
      ["Set-Cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["X-Latin", "é"],
      ["Content-Length", "0"],
    ]);
  });

  test("stores a compressed answer as it came", async () => {
    const packed = gzipSync(Buffer.alloc(1_000_000));
    const answer = ({ socket }: RawRequest) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`);
      socket.write(packed);
    };
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    expect((await sender.post({ url: receiver.url })).response).toMatchObject({
      body: packed,
      truncated: false,
    });
  });

  test.each([
    [204, "No Content", null],
    [301, "Moved Permanently", "redirect"],
    [400, "Bad Request", "http_4xx"],
    [410, "Gone", "gone"],
    [429, "Too Many Requests", "throttled"],
    [503, "Service Unavailable", "http_5xx"],
  ])("an answer %i %s is %s", async (status, phrase, kind) => {
    const answer = ({ socket }: RawRequest) =>
      socket.write(`HTTP/1.1 ${status} ${phrase}\r\nContent-Length: 0\r\n\r\n`);
    await using receiver = await startRawReceiver({ answer });
    await using sender = testSender();
    const result = await sender.post({ url: receiver.url });
    expect(result.response?.status).toBe(status);
    expect(result.error?.kind ?? null).toBe(kind);
  });

  test("names the target of a redirect without its query, and does not go there", async () => {
    await using elsewhere = await startRawReceiver({ answer: ok });
    const head = `HTTP/1.1 308 Permanent Redirect\r\nLocation: ${elsewhere.url}?token=s3cret\r\nContent-Length: 0\r\n\r\n`;
    await using receiver = await startRawReceiver({ answer: ({ socket }) => socket.write(head) });
    await using sender = testSender();
    const { error } = await sender.post({ url: receiver.url });
    expect(error).toEqual({
      kind: "redirect",
      message: `308 redirect to ${elsewhere.url}; redirects are not followed`,
    });
    expect(elsewhere.connections).toBe(0);
  });

  test("says Host by the name of the URL while it connects to the resolved address", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender({ lookup: async () => ["127.0.0.1"] });
    await sender.post({ url: `http://hooks.example.com:${receiver.port}/` });
    expect(receiver.requests[0]?.head).toContain(`host: hooks.example.com:${receiver.port}`);
  });

  test("tries the next address when the first refuses", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    const policy = { allowHttp: true, allowCidrs: ["127.0.0.0/8"] };
    const lookup = async () => ["127.0.0.2", "127.0.0.1"];
    const sender = createSender({ policy, maxResponseBytes: 100, idleMs: 4000, lookup });
    const url = `http://hooks.example.com:${receiver.port}/`;
    const result = await sender.send({
      lane: "ep_1",
      url,
      headers: {},
      body: Buffer.from("{}"),
      timeoutMs: 1000,
    });
    await sender.close();
    expect(result).toMatchObject({ remoteAddress: "127.0.0.1", error: null });
  });

  test("ignores a proxy of the environment", async () => {
    const before = { ...process.env };
    process.env.HTTP_PROXY = process.env.http_proxy = "http://127.0.0.1:9";
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = testSender();
    expect((await sender.post({ url: receiver.url })).error).toBeNull();
    process.env = before;
  });
});

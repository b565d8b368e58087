import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { parseEgressProxy } from "#lib/delivery/egress-proxy.ts";
import { makeCertificate } from "#test/support/certificate.ts";
import { type ForwardProxy, type Handling, startForwardProxy } from "#test/support/forward-proxy.ts";
import { answerWith, okHead } from "./bad-manners.ts";
import { startRawReceiver } from "./raw-receiver.ts";
import { testSender } from "./test-sender.ts";

const host = "hooks.example.com";
const authority = makeCertificate({ host: "Test authority" });
const ok = answerWith(`${okHead}Content-Length: 0\r\n\r\n`);
const lookup = async () => ["127.0.0.1"];
const generic = "Posthorn could not send through its own proxy; the receiver was not asked";

beforeAll(() => setDefaultCACertificates([...getCACertificates("default"), authority.cert]));

function senderThrough({ port }: Pick<ForwardProxy, "port">, scheme = "http") {
  const proxy = parseEgressProxy(`${scheme}://operator:pr0xy-secret@127.0.0.1:${port}`);
  return testSender({ lookup, proxy });
}

describe("with a forward proxy", () => {
  test("an http target is reached by CONNECT to its vetted address, and learns nothing of the proxy", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using proxy = await startForwardProxy();
    await using sender = senderThrough(proxy);
    const url = `http://${host}:${receiver.port}/hook?x=1`;
    const results = [await sender.post({ url }), await sender.post({ url })];
    expect(results).toMatchObject([
      { error: null, remoteAddress: "127.0.0.1" },
      { error: null, timings: { dnsMs: null, connectMs: null } },
    ]);
    expect(proxy.asked).toEqual([
      {
        target: `127.0.0.1:${receiver.port}`,
        headers: expect.objectContaining({
          host: `127.0.0.1:${receiver.port}`,
          "proxy-authorization": `Basic ${Buffer.from("operator:pr0xy-secret").toString("base64")}`,
        }),
      },
    ]);
    const heads = receiver.requests.map(({ head }) => head);
    expect(heads[0]).toMatch(/^POST \/hook\?x=1 HTTP\/1\.1\r\nhost: hooks\.example\.com:/);
    expect(heads.join().toLowerCase()).not.toContain("proxy");
  });

  test("TLS is spoken with the receiver, for its name; the proxy sees none of the content", async () => {
    const serverNames: unknown[] = [];
    await using receiver = await startRawReceiver({
      tls: makeCertificate({ host, issuer: authority }),
      answer: ok,
      onConnection: (socket) => serverNames.push("servername" in socket && socket.servername),
    });
    await using proxy = await startForwardProxy();
    await using sender = senderThrough(proxy);
    const body = Buffer.from('{"card":"4242"}');
    const { error } = await sender.post({ url: `https://${host}:${receiver.port}/`, body });
    expect(error).toBeNull();
    expect(serverNames).toEqual([host]);
    expect(receiver.requests[0]?.body).toBe(body.toString());
    expect(proxy.carried().length).toBeGreaterThan(0);
    expect(proxy.carried()).not.toContain("4242");
  });

  test("the proxy itself may be reached by TLS, and its certificate must be right", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using good = await startForwardProxy({
      tls: makeCertificate({ host: "127.0.0.1", issuer: authority }),
    });
    await using bad = await startForwardProxy({ tls: makeCertificate({ host: "127.0.0.1" }) });
    await using throughGood = senderThrough(good, "https");
    await using throughBad = senderThrough(bad, "https");
    expect((await throughGood.post({ url: receiver.url })).error).toBeNull();
    expect((await throughBad.post({ url: receiver.url })).error).toMatchObject({
      kind: "proxy",
      reason: "egress proxy: certificate is self-signed",
    });
    expect(bad.asked).toEqual([]);
  });

  test("the guard refuses before the proxy hears of it", async () => {
    await using proxy = await startForwardProxy();
    const through = parseEgressProxy(`http://127.0.0.1:${proxy.port}`);
    for (const addresses of [["169.254.169.254"], ["127.0.0.1", "10.0.0.1"], ["fd00::1"]]) {
      await using sender = testSender({ lookup: async () => addresses, proxy: through });
      const { error } = await sender.post({ url: `http://${host}/` });
      expect(error).toMatchObject({ kind: "blocked", message: "Blocked by egress policy" });
    }
    await using sender = testSender({ proxy: through });
    expect((await sender.post({ url: "http://10.0.0.1/" })).error?.kind).toBe("blocked");
    expect(proxy.asked).toEqual([]);
  });

  test("a name whose DNS changes is tunnelled to the address that was vetted", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using proxy = await startForwardProxy();
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    const through = parseEgressProxy(`http://127.0.0.1:${proxy.port}`);
    await using sender = testSender({ lookup: async () => answers.shift() ?? [], proxy: through });
    expect((await sender.post({ url: `http://rebind.example.com:${receiver.port}/` })).error).toBeNull();
    expect(proxy.asked.map(({ target }) => target)).toEqual([`127.0.0.1:${receiver.port}`]);
  });
});

describe("a fault of the proxy", () => {
  test.each<[string, Handling, string]>([
    ["asks for credentials", "HTTP/1.1 407 Proxy Authentication Required", "answered CONNECT with 407"],
    ["forbids", "HTTP/1.1 403 Forbidden", "answered CONNECT with 403"],
    ["breaks", "HTTP/1.1 500 Oops", "answered CONNECT with 500"],
    ["has no way on", "HTTP/1.1 502 Bad Gateway", "answered CONNECT with 502"],
    ["is overloaded", "HTTP/1.1 503 Service Unavailable", "answered CONNECT with 503"],
    ["redirects", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/", "answered CONNECT with 302"],
    ["is out of connections", "HTTP/1.1 503 x\r\nProxy-Status: p; error=connection_limit_reached", "503"],
    ["hangs", "hang", "ABORT_ERR"],
    ["resets", "reset", "ECONNRESET"],
    ["hangs up", "end", "ECONNRESET"],
    ["speaks no HTTP", "garbage \x00\x01", "HPE_INVALID_CONSTANT"],
  ])(
    "that %s is told as one sentence, and its details to the operator alone",
    async (_, handling, reason) => {
      await using proxy = await startForwardProxy();
      await using sender = senderThrough(proxy);
      proxy.handle(() => handling);
      const result = await sender.post({ url: "http://127.0.0.1:9/", timeoutMs: 800 });
      expect(result).toMatchObject({
        error: { kind: "proxy", message: generic, reason: expect.stringContaining(reason) },
        response: null,
        remoteAddress: null,
      });
      expect(JSON.stringify(result)).not.toMatch(/operator|pr0xy/);
    },
  );

  test("that is not there holds the others back until it answers again", async () => {
    const gone = await startForwardProxy();
    await gone.close();
    await using receiver = await startRawReceiver({ answer: ok });
    await using sender = senderThrough(gone);
    expect((await sender.post({ url: receiver.url })).error).toMatchObject({
      kind: "proxy",
      reason: "egress proxy: ECONNREFUSED",
    });
    expect(sender.room(10)).toBe(0);
    await using _ = await startForwardProxy({ port: gone.port });
    expect((await sender.post({ url: receiver.url })).error).toBeNull();
    expect(sender.room(10)).toBe(10);
  });

  test("with one target holds nobody else back", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using proxy = await startForwardProxy();
    await using sender = senderThrough(proxy);
    proxy.handle((nth) => (nth === 1 ? "HTTP/1.1 503 Service Unavailable" : "tunnel"));
    expect((await sender.post({ url: receiver.url })).error?.kind).toBe("proxy");
    expect(sender.room(10)).toBe(10);
  });
});

describe("a fault of the target", () => {
  test.each<[string, string]>([
    ["Proxy-Status: edge; error=connection_refused", "connection refused by 127.0.0.1:9"],
    ["Proxy-Status: edge; error=connection_timeout; details=x", "no answer from 127.0.0.1:9"],
    ["Proxy-Status: edge; error=connection_terminated", "connection reset by 127.0.0.1:9"],
    ["Proxy-Status: edge; error=destination_unavailable", "no route to 127.0.0.1:9"],
    ["Proxy-Status: edge; error=destination_ip_unroutable", "no route to 127.0.0.1:9"],
    ["X-Squid-Error: ERR_CONNECT_FAIL 111", "connection refused by 127.0.0.1:9"],
    ["X-Squid-Error: ERR_CONNECT_FAIL 113", "no route to 127.0.0.1:9"],
  ])("that the proxy names is the target's: %s", async (header, message) => {
    await using proxy = await startForwardProxy();
    await using sender = senderThrough(proxy);
    proxy.handle(() => `HTTP/1.1 503 Service Unavailable\r\n${header}`);
    const result = await sender.post({ url: "http://127.0.0.1:9/" });
    expect(result.error).toEqual({ kind: "connect", message: expect.stringContaining(message) });
    expect(result.remoteAddress).toBe("127.0.0.1");
  });

  test("that never answers, while the proxy serves others, is a timeout", async () => {
    await using receiver = await startRawReceiver({ answer: ok });
    await using proxy = await startForwardProxy();
    await using sender = senderThrough(proxy);
    proxy.handle((nth) => (nth === 1 ? "hang" : "tunnel"));
    const black = sender.post({ url: "http://127.0.0.1:9/", timeoutMs: 900 });
    await expect.poll(() => proxy.asked.length).toBe(1);
    expect((await sender.post({ url: receiver.url, lane: "ep_2" })).error).toBeNull();
    expect((await black).error).toEqual({
      kind: "timeout",
      message: "no answer within 0.9 s (name resolved, waiting for the connection)",
    });
  });
});

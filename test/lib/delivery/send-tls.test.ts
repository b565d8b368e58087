import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { type CertificateOptions, makeCertificate } from "#test/support/certificate.ts";
import { type RawRequest, startRawReceiver } from "./raw-receiver.ts";
import { testSender } from "./test-sender.ts";

const host = "hooks.example.com";
const authority = makeCertificate({ host: "Test authority" });
const lookup = async () => ["127.0.0.1"];
const ok = ({ socket }: RawRequest) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

beforeAll(() => setDefaultCACertificates([...getCACertificates("default"), authority.cert]));

function issued(options: CertificateOptions) {
  return makeCertificate({ issuer: authority, ...options });
}

describe("TLS", () => {
  test("connects to the vetted address and verifies the certificate for the name", async () => {
    const serverNames: unknown[] = [];
    await using receiver = await startRawReceiver({
      tls: issued({ host }),
      answer: ok,
      onConnection: (socket) => serverNames.push("servername" in socket && socket.servername),
    });
    await using sender = testSender({ lookup });
    const url = `https://${host}:${receiver.port}/`;
    const results = [await sender.post({ url }), await sender.post({ url })];
    expect(results.map(({ error }) => error)).toEqual([null, null]);
    expect(results[0]?.timings).toMatchObject({ tlsMs: expect.any(Number) });
    expect(results[1]?.timings).toMatchObject({ tlsMs: null });
    expect(serverNames).toEqual([host]);
    expect(receiver.requests[0]?.head).toContain(`host: ${host}:${receiver.port}`);
  });

  test("accepts a certificate for the address itself", async () => {
    await using receiver = await startRawReceiver({ tls: issued({ host: "127.0.0.1" }), answer: ok });
    await using sender = testSender();
    expect((await sender.post({ url: receiver.url })).error).toBeNull();
  });

  test.each([
    [
      "is expired",
      () =>
        issued({
          host,
          notBefore: new Date("2020-01-01T00:00:00Z"),
          notAfter: new Date("2020-01-20T12:00:00Z"),
        }),
      "certificate has expired (notAfter 2020-01-20)",
    ],
    [
      "is not valid yet",
      () =>
        issued({
          host,
          notBefore: new Date("2099-05-06T00:00:00Z"),
          notAfter: new Date("2099-06-06T00:00:00Z"),
        }),
      "certificate is not valid yet (notBefore 2099-05-06)",
    ],
    ["is self-signed", () => makeCertificate({ host }), "certificate is self-signed"],
    [
      "is for another name",
      () => issued({ host: "other.example.com" }),
      "certificate is not for hooks.example.com, but for other.example.com",
    ],
    [
      "comes from an unknown authority",
      () => issued({ host, issuer: makeCertificate({ host: "Unknown authority" }) }),
      "certificate chain is incomplete, or issued by an authority that is not trusted",
    ],
  ])("sends nothing to a receiver whose certificate %s", async (_, certificate, message) => {
    const received: Buffer[] = [];
    await using receiver = await startRawReceiver({
      tls: certificate(),
      onConnection: (socket) => socket.on("data", (chunk) => received.push(chunk)),
    });
    await using sender = testSender({ lookup });
    const result = await sender.post({ url: `https://${host}:${receiver.port}/` });
    expect(result.error).toEqual({ kind: "tls", message });
    expect(result).toMatchObject({ remoteAddress: "127.0.0.1", response: null, timings: { tlsMs: null } });
    expect(received).toEqual([]);
  });

  test("says when the port speaks plain HTTP", async () => {
    await using receiver = await startRawReceiver({
      onConnection: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    });
    await using sender = testSender();
    const { error } = await sender.post({ url: receiver.url.replace("http:", "https:") });
    expect(error).toEqual({ kind: "tls", message: "the receiver does not speak TLS on this port" });
  });

  test("says when the receiver hangs up within the handshake", async () => {
    await using receiver = await startRawReceiver({
      onConnection: (socket) => socket.once("data", () => socket.destroy()),
    });
    await using sender = testSender();
    const { error } = await sender.post({ url: receiver.url.replace("http:", "https:") });
    expect(error).toEqual({ kind: "tls", message: "connection closed during the TLS handshake" });
  });
});

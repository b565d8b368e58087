import { type Certificate, type CertificateOptions, makeCertificate } from "#test/support/certificate.ts";
import type { BadReceiver } from "./bad-receiver.ts";

/** Who the tests' worker trusts. */
export const authority = makeCertificate({ host: "Test authority" });

const day = 86_400_000;
const host = "127.0.0.1";

/** Receivers whose TLS is wrong; to each of them not a byte of the request may go. */
export const brokenTls: BadReceiver[] = [
  certified("is self-signed", makeCertificate({ host })),
  certified("is expired", issued({ notBefore: daysFromNow(-9), notAfter: daysFromNow(-1) })),
  certified("is not valid yet", issued({ notBefore: daysFromNow(1), notAfter: daysFromNow(9) })),
  certified("is for another name", issued({ host: "other.example.com" })),
  certified("is for another address", issued({ host: "127.0.0.2" })),
  certified("comes from a stranger", issued({ issuer: makeCertificate({ host: "Stranger" }) })),
  {
    ...certified("is good, but it speaks TLS 1.1 at best", issued({})),
    options: {
      tls: issued({}),
      tlsOptions: { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" },
    },
  },
  {
    name: "speaks plain HTTP on the port of TLS",
    kind: "tls",
    options: { onConnection: (socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n") },
  },
  {
    name: "hangs up within the handshake",
    kind: "tls",
    options: { onConnection: (socket) => void socket.once("data", () => socket.destroy()) },
  },
  {
    name: "answers the handshake with noise",
    kind: "tls",
    options: { onConnection: (socket) => void socket.once("data", () => socket.end("noise".repeat(99))) },
  },
  { name: "stalls in the handshake", kind: "timeout", hangs: true, options: {} },
  {
    name: "hangs up right after the handshake",
    kind: "protocol",
    options: { tls: issued({}), answer: () => {}, onConnection: (socket) => void socket.destroy() },
  },
];

function certified(what: string, tls: Certificate): BadReceiver {
  return { name: `has a certificate that ${what}`, kind: "tls", options: { tls } };
}

function issued(options: Partial<CertificateOptions>): Certificate {
  return makeCertificate({ host, issuer: authority, ...options });
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * day);
}

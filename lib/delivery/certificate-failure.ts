import type { PeerCertificate } from "node:tls";
import type { SendError } from "./send-result.ts";

const maxNamesLength = 120;

export type RejectedCertificate = { code: string; certificate: PeerCertificate; hostname: string; now: Date };

/** Why a certificate was not accepted, with the date or the names that prove it; `code` is OpenSSL's or Node's. */
export function certificateFailure(rejected: RejectedCertificate): SendError {
  return { kind: "tls", message: message(rejected) };
}

function message({ code, certificate, hostname, now }: RejectedCertificate): string {
  switch (code) {
    case "CERT_HAS_EXPIRED":
      return new Date(certificate.valid_to) < now
        ? `certificate has expired (notAfter ${day(certificate.valid_to)})`
        : "a certificate in the chain has expired";
    case "CERT_NOT_YET_VALID":
      return `certificate is not valid yet (notBefore ${day(certificate.valid_from)})`;
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return `certificate is not for ${hostname}, but for ${names(certificate)}`;
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return "certificate is self-signed";
    case "SELF_SIGNED_CERT_IN_CHAIN":
      return "certificate is issued by an authority that is not trusted";
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
      return "certificate chain is incomplete, or issued by an authority that is not trusted";
    default:
      return `certificate is not accepted (${code})`;
  }
}

function day(opensslDate: string): string {
  const time = Date.parse(opensslDate);
  return Number.isNaN(time) ? "unknown" : new Date(time).toISOString().slice(0, 10);
}

function names({ subjectaltname, subject }: PeerCertificate): string {
  const listed = subjectaltname?.replace(/(DNS|IP Address):/g, "") ?? subject?.CN;
  return String(listed ?? "no name").slice(0, maxNamesLength);
}

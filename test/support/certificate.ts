import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from "node:crypto";

export type CertificateOptions = { host: string; notBefore?: Date; notAfter?: Date; issuer?: Certificate };
export type Certificate = { key: string; cert: string; name: string; privateKey: KeyObject };

const hourMs = 3_600_000;
const tag = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
};
const oid = { ecdsaSha256: "2a8648ce3d040302", commonName: "550403", altName: "551d11", basic: "551d13" };

/** An EC certificate for one DNS name or IPv4 address, signed by `issuer` or by itself; without an issuer it is a CA. */
export function makeCertificate(options: CertificateOptions): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const { host, issuer } = options;
  const notBefore = options.notBefore ?? new Date(Date.now() - hourMs);
  const notAfter = options.notAfter ?? new Date(Date.now() + hourMs);
  const body = der(
    tag.sequence,
    der(0xa0, der(tag.integer, Buffer.of(2))),
    der(tag.integer, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm(),
    name(issuer?.name ?? host),
    der(tag.sequence, time(notBefore), time(notAfter)),
    name(host),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(tag.sequence, altName(host), ...(issuer ? [] : [certificateAuthority()]))),
  );
  const signature = sign("sha256", body, issuer?.privateKey ?? privateKey);
  const certificate = der(tag.sequence, body, algorithm(), der(tag.bits, Buffer.of(0), signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: new X509Certificate(certificate).toString(),
    name: host,
    privateKey,
  };
}

function algorithm(): Buffer {
  return der(tag.sequence, der(tag.oid, Buffer.from(oid.ecdsaSha256, "hex")));
}

function name(commonName: string): Buffer {
  const attribute = [
    der(tag.oid, Buffer.from(oid.commonName, "hex")),
    der(tag.utf8, Buffer.from(commonName)),
  ];
  return der(tag.sequence, der(tag.set, der(tag.sequence, ...attribute)));
}

function time(date: Date): Buffer {
  return der(tag.time, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, "")));
}

function altName(host: string): Buffer {
  const isAddress = /^[\d.]+$/.test(host);
  const entry = isAddress
    ? der(0x87, Buffer.from(host.split(".").map(Number)))
    : der(0x82, Buffer.from(host));
  return extension(oid.altName, der(tag.sequence, entry));
}

function certificateAuthority(): Buffer {
  return extension(oid.basic, der(tag.sequence, der(tag.boolean, Buffer.of(0xff))));
}

function extension(id: string, value: Buffer): Buffer {
  return der(tag.sequence, der(tag.oid, Buffer.from(id, "hex")), der(tag.octets, value));
}

function der(type: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(type, length), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(type, ...size), content]);
}

import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";
const newSecretBytes = 32;
const minSecretBytes = 24;
const maxSecretBytes = 64;

export type DecodedSecret = { kind: "decoded"; key: Buffer } | { kind: "malformed"; reason: string };

/** Makes a signing secret of 32 random bytes in the form `whsec_<standard base64>` (Standard Webhooks 1.0.0). */
export function newSecret(): string {
  return prefix + randomBytes(newSecretBytes).toString("base64");
}

/** Reads a `whsec_` secret into its HMAC key of 24 to 64 bytes, or says why it is not one; never quotes the secret. */
export function decodeSecret(secret: string): DecodedSecret {
  if (!secret.startsWith(prefix)) return malformed(`A signing secret starts with ${prefix}`);
  const encoded = secret.slice(prefix.length);
  const key = Buffer.from(encoded, "base64");
  if (key.toString("base64") !== encoded)
    return malformed(`What follows ${prefix} is not standard, padded base64`);
  if (key.length < minSecretBytes || key.length > maxSecretBytes) {
    return malformed(
      `A signing secret holds ${minSecretBytes} to ${maxSecretBytes} bytes, this one ${key.length}`,
    );
  }
  return { kind: "decoded", key };
}

export type SignedContent = { id: string; timestampSeconds: number; body: Buffer; keys: readonly Buffer[] };

/** The `webhook-signature` value: one `v1,` item per key, over `{id}.{timestamp}.{body}` (Standard Webhooks 1.0.0). */
export function signatureHeader({ id, timestampSeconds, body, keys }: SignedContent): string {
  const lead = `${id}.${timestampSeconds}.`;
  return keys
    .map((key) => `v1,${createHmac("sha256", key).update(lead).update(body).digest("base64")}`)
    .join(" ");
}

function malformed(reason: string): DecodedSecret {
  return { kind: "malformed", reason };
}

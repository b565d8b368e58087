import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "./env.ts";

const version = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a secret for the database (AES-256-GCM, NIST SP 800-38D): version, key id, nonce, ciphertext, tag.
 * `owner` (tenant and row id) is authenticated with it, so a ciphertext copied to another row does not open.
 */
export function seal(plaintext: string | Buffer, owner: string): Buffer {
  const key = env().secretKey;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), keyId(key), nonce, sealed, cipher.getAuthTag()]);
}

/** Decrypts what `seal` made for the same owner, under the present or a former key; throws when the bytes, the key or the owner differ. */
export function open(sealed: Uint8Array, owner: string): Buffer {
  const bytes = Buffer.from(sealed);
  const header = 1 + keyIdBytes;
  if (bytes[0] !== version) throw new Error("sealed value of an unknown version");
  const key = findKey(bytes.subarray(1, header));
  const nonce = bytes.subarray(header, header + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce)
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(header + nonceBytes, -tagBytes)), decipher.final()]);
}

/** Ids (4 bytes) of the master keys that open values here; each value names its own in the bytes 2 to 5. */
export function keyIds(): { present: Buffer; former: Buffer[] } {
  const { secretKey, previousSecretKeys } = env();
  return { present: keyId(secretKey), former: previousSecretKeys.map(keyId) };
}

/** SHA-256, for random tokens of 128 bits and more that are only ever compared. */
export function hashToken(token: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(token).digest() as Buffer<ArrayBuffer>;
}

/** The master key that a value names: the present one, or a former one while its values are not sealed anew. */
function findKey(id: Buffer): Buffer {
  const { secretKey, previousSecretKeys } = env();
  const key = [secretKey, ...previousSecretKeys].find((candidate) => keyId(candidate).equals(id));
  if (!key) throw new Error("sealed with a POSTHORN_SECRET_KEY that is not known here");
  return key;
}

function keyId(key: Buffer): Buffer {
  return createHash("sha256").update("posthorn key id").update(key).digest().subarray(0, keyIdBytes);
}

import { open, seal } from "../../vault.ts";

/** Seals the secret of somebody's one-time codes for their row. */
export function sealSecret(userId: string, secret: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(secret, ownerOf(userId)));
}

/** Opens it again. */
export function openSecret({ userId, sealed }: { userId: string; sealed: Uint8Array }): Buffer {
  return open(sealed, ownerOf(userId));
}

function ownerOf(userId: string): string {
  return `none:second_factors:${userId}`;
}

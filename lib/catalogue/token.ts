import { randomBytes } from "node:crypto";
import { env } from "../env.ts";
import { hashToken, open, seal } from "../vault.ts";

/** A new name of a public catalogue, 256 random bits: its hash to find it by, and itself sealed, so that members can copy the link again. */
export function newCatalogueToken(tenantId: string) {
  const token = `cat_${randomBytes(32).toString("base64url")}`;
  const tokenSealed = new Uint8Array(seal(token, ownerOf(tenantId)));
  return { tokenHash: hashToken(token), tokenSealed };
}

/** Where the public catalogue in a row is seen. */
export function catalogueUrl({
  tenantId,
  tokenSealed,
}: {
  tenantId: string;
  tokenSealed: Uint8Array;
}): string {
  return `${env().url}/catalogue/${open(tokenSealed, ownerOf(tenantId)).toString()}`;
}

function ownerOf(tenantId: string): string {
  return `${tenantId}:public_catalogues`;
}

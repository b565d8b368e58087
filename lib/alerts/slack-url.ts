import { open, seal } from "../vault.ts";

/** Seals the URL of an incoming webhook, which is a secret: who has it may post. */
export function sealSlackUrl(url: string, tenantId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(url, ownerOf(tenantId)));
}

/** What `sealSlackUrl` sealed. */
export function openSlackUrl(sealed: Uint8Array, tenantId: string): string {
  return open(sealed, ownerOf(tenantId)).toString();
}

function ownerOf(tenantId: string): string {
  return `${tenantId}:alert_settings:slack`;
}

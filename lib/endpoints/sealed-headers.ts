import { maskedHeader } from "../contracts/custom-headers.ts";
import { invalid } from "../errors.ts";
import { open, seal } from "../vault.ts";

type Owner = { tenantId: string; id: string };
type Sealed = Owner & { headersSealed: Uint8Array | null };

/** Encrypts an endpoint's custom headers for its row; null when there are none. */
export function sealHeaders(headers: Record<string, string>, owner: Owner): Uint8Array<ArrayBuffer> | null {
  if (Object.keys(headers).length === 0) return null;
  return new Uint8Array(seal(JSON.stringify(headers), vaultOwner(owner)));
}

/** Decrypts an endpoint's custom headers. */
export function openHeaders({ headersSealed, ...owner }: Sealed): Record<string, string> {
  return headersSealed === null ? {} : JSON.parse(open(headersSealed, vaultOwner(owner)).toString());
}

/** Puts the stored value behind each mask, as it came in an answer and goes back with a form. Throws 422 when there is none. */
export function unmaskHeaders(
  given: Record<string, string>,
  stored: Record<string, string>,
): Record<string, string> {
  const storedValues = new Map(Object.entries(stored).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (value !== maskedHeader) return [name, value];
      const kept = storedValues.get(name.toLowerCase());
      if (kept === undefined) throw invalid(`headers.${name}`, "has no stored value to keep");
      return [name, kept];
    }),
  );
}

function vaultOwner({ tenantId, id }: Owner): string {
  return `${tenantId}:endpoints:${id}`;
}

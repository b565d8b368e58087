import { decodeSecret } from "../delivery/sign.ts";
import { open } from "../vault.ts";

/** The sealed columns of an endpoint and of its secrets, in the order of their ids. */
export type Sealed = {
  endpointId: string;
  tenantId: string;
  headers: Buffer | null;
  secretIds: readonly string[];
  secrets: readonly Buffer[];
};

export type Opened = { headers: Record<string, string>; keys: Buffer[] };

/** About 10 MB. */
const mostKept = 10_000;

const kept = new Map<string, { sealed: Sealed; opened: Opened }>();

/**
 * Opens an endpoint's headers and secrets. What was opened is kept in memory as long as the database gives the same sealed
 * bytes, since opening them costs more than a signature. Throws when something does not open.
 */
export function openSealed(sealed: Sealed): Opened {
  const last = kept.get(sealed.endpointId);
  if (last && isSame(last.sealed, sealed)) return last.opened;
  const opened = { headers: headersOf(sealed), keys: keysOf(sealed) };
  if (kept.size >= mostKept) kept.clear();
  kept.set(sealed.endpointId, { sealed, opened });
  return opened;
}

function isSame(one: Sealed, other: Sealed): boolean {
  return (
    one.tenantId === other.tenantId &&
    (one.headers === null || other.headers === null
      ? one.headers === other.headers
      : one.headers.equals(other.headers)) &&
    one.secrets.length === other.secrets.length &&
    one.secretIds.every((id, index) => id === other.secretIds[index]) &&
    one.secrets.every((secret, index) => secret.equals(other.secrets[index] ?? Buffer.of()))
  );
}

function headersOf({ endpointId, tenantId, headers }: Sealed): Record<string, string> {
  return headers ? JSON.parse(open(headers, `${tenantId}:endpoints:${endpointId}`).toString()) : {};
}

function keysOf({ tenantId, secretIds, secrets }: Sealed): Buffer[] {
  return secrets.map((sealed, index) => {
    const owner = `${tenantId}:endpoint_secrets:${secretIds[index]}`;
    const secret = decodeSecret(open(sealed, owner).toString());
    if (secret.kind === "malformed") throw new Error(`stored secret of ${owner}: ${secret.reason}`);
    return secret.key;
  });
}

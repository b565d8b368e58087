import { timingSafeEqual } from "node:crypto";
import { type Scope, scopes } from "../contracts/permissions.ts";
import { pool } from "../db.ts";
import { hashToken } from "../vault.ts";
import { readKeyText } from "./key-text.ts";
import { noteUse } from "./note-use.ts";

export type ActiveKey = { id: string; tenantId: string; name: string; scopes: Scope[] };
type Stored = ActiveKey & { secretHash: Buffer };
type Looked = { atMs: number; stored: Promise<Stored | undefined> };

/** With the half second after which a stream asks again, under the second within which a revocation must hold. */
const cacheMs = 400;
const maxCached = 10_000;
const processGlobals = globalThis as { posthornApiKeys?: Map<string, Looked> };

/**
 * The key's tenant and scopes, or undefined when it is malformed, wrong, expired or revoked. Looked up a few times a
 * second and process at most, so a revocation holds within one; the secret is compared in constant time.
 */
export async function findActiveKey(key: string): Promise<ActiveKey | undefined> {
  const parts = readKeyText(key);
  const stored = parts && (await lookUp(parts.prefix));
  if (!stored || !timingSafeEqual(stored.secretHash, hashToken(parts.secret))) return undefined;
  noteUse(stored.id);
  return { id: stored.id, tenantId: stored.tenantId, name: stored.name, scopes: stored.scopes };
}

function lookUp(prefix: string): Promise<Stored | undefined> {
  processGlobals.posthornApiKeys ??= new Map();
  const cache = processGlobals.posthornApiKeys;
  const known = cache.get(prefix);
  if (known && performance.now() - known.atMs < cacheMs) return known.stored;
  if (cache.size >= maxCached) cache.clear();
  const stored = read(prefix);
  cache.set(prefix, { atMs: performance.now(), stored });
  stored.catch(() => cache.delete(prefix));
  return stored;
}

type Row = { id: string; tenant_id: string; name: string; scopes: string[]; secret_hash: Buffer };

async function read(prefix: string): Promise<Stored | undefined> {
  const { rows } = await pool().query<Row>({
    name: "find-active-key",
    text: `SELECT id, tenant_id, name, scopes, secret_hash FROM api_keys
            WHERE prefix = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    values: [prefix],
  });
  const row = rows[0];
  return (
    row && {
      id: row.id,
      tenantId: row.tenant_id,
      name: row.name,
      scopes: scopes.filter((scope) => row.scopes.includes(scope)),
      secretHash: row.secret_hash,
    }
  );
}

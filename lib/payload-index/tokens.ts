import { eachPrimitive } from "./each-primitive.ts";

const mostTokens = 2_000;
const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * The hashed fields of an event's JSON text, each once: of every text, number and truth value its key and how it is written.
 * A text with too many of them has the one token that every search looks for as well.
 */
export function tokensOf(tenantId: string, data: string): ReadonlySet<number> {
  const tokens = new Set<number>();
  const ofTenant = hashOn(offsetBasis, `${tenantId}\n`);
  eachPrimitive(data, (key, value) => {
    tokens.add(hashOn(hashOn(ofTenant, `${key}\n`), value) | 0);
  });
  return tokens.size > mostTokens ? new Set([anyToken(tenantId)]) : tokens;
}

/** The token of one field (FNV-1a, 32 bits, signed); of a tenant, so that another's fields are not even candidates. */
export function tokenOf(tenantId: string, { key, value }: { key: string; value: string }): number {
  return hashOn(offsetBasis, `${tenantId}\n${key}\n${value}`) | 0;
}

/** The token of payloads that may hold any field of the tenant. */
export function anyToken(tenantId: string): number {
  return tokenOf(tenantId, { key: "", value: "" });
}

function hashOn(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return hash;
}

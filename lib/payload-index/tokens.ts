const mostTokens = 2_000;

/**
 * The hashed fields of an event's JSON text, each once: of every text, number and truth value its key and how it is written.
 * A text with too many of them has the one token that every search looks for as well.
 */
export function tokensOf(tenantId: string, data: string): ReadonlySet<number> {
  const tokens = new Set<number>();
  try {
    JSON.parse(data, (key: string, value: unknown, context?: { source?: string }) => {
      if (typeof value === "string") tokens.add(tokenOf(tenantId, { key, value }));
      else if (context?.source !== undefined) tokens.add(tokenOf(tenantId, { key, value: context.source }));
      return value;
    });
  } catch {
    // Nested deeper than the stack.
    return new Set([anyToken(tenantId)]);
  }
  return tokens.size > mostTokens ? new Set([anyToken(tenantId)]) : tokens;
}

/** The token of one field (FNV-1a, 32 bits, signed); of a tenant, so that another's fields are not even candidates. */
export function tokenOf(tenantId: string, { key, value }: { key: string; value: string }): number {
  const text = `${tenantId}\n${key}\n${value}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** The token of payloads that may hold any field of the tenant. */
export function anyToken(tenantId: string): number {
  return tokenOf(tenantId, { key: "", value: "" });
}

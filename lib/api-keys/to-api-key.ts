import type { Prisma } from "#prisma/generated/client.ts";
import type { ApiKey } from "../contracts/api-keys.ts";
import { scopes } from "../contracts/permissions.ts";
import { toPublicId } from "../ids.ts";

type Row = Prisma.ApiKeyGetPayload<object>;

/** The contract's shape of an API key's row; nothing in it lets anybody in. */
export function toApiKey(row: Row): ApiKey {
  return {
    id: toPublicId("apiKey", row.id),
    name: row.name,
    prefix: row.prefix,
    scopes: scopes.filter((scope) => row.scopes.includes(scope)),
    createdBy: row.createdBy,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** An API key as the audit log names it. */
export function apiKeyTarget({ id, name }: Pick<Row, "id" | "name">) {
  return { kind: "apiKey", id: toPublicId("apiKey", id), label: name };
}

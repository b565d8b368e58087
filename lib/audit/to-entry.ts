import type { Prisma } from "#prisma/generated/client.ts";
import type { AuditEntry } from "../contracts/audit-log.ts";
import type { Noun } from "../contracts/ids.ts";
import { toPublicId } from "../ids.ts";

type Row = Prisma.AuditEntryGetPayload<object>;

/** A row of the audit log as the contract shows it. */
export function toAuditEntry(row: Row): AuditEntry {
  return {
    id: toPublicId("auditEntry", row.id),
    actor: {
      kind: row.actorKind as AuditEntry["actor"]["kind"],
      id: actorIdOf(row),
      label: row.actorLabel,
    },
    action: row.action,
    target: { kind: row.targetKind, id: row.targetId, label: row.targetLabel },
    details: row.details as Record<string, unknown>,
    ipAddress: row.ipAddress,
    createdAt: row.createdAt.toISOString(),
  };
}

function actorIdOf({ actorKind, actorId }: Row): string | null {
  return actorId && toPublicId(nouns[actorKind] ?? "user", actorId);
}

const nouns: Record<string, Noun> = { apiKey: "apiKey", portal: "portalSession" };

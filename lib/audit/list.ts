import type { Prisma } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import type { AuditEntry, listAuditLog } from "../contracts/audit-log.ts";
import type { Input } from "../contracts/operation.ts";
import { toPublicId } from "../ids.ts";
import { newestFirst, type Page, readPage } from "../keyset.ts";
import { holdsText } from "../search-text.ts";

/** Lists who did what in the tenant, newest first. */
export async function listAuditEntries(
  ctx: Context,
  query: Input<typeof listAuditLog>["query"],
): Promise<Page<AuditEntry>> {
  const page = await readPage(ctx.tenantId, query, {
    list: "audit-log",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).auditEntry.findMany({ where: { AND: [filterOf(ctx, query), where] }, ...order });
    },
    keyOf: (entry) => entry.id,
  });
  return { ...page, data: page.data.map(toAuditEntry) };
}

function filterOf(
  ctx: Context,
  { action, since, until, q }: Input<typeof listAuditLog>["query"],
): Prisma.AuditEntryWhereInput {
  return {
    tenantId: ctx.tenantId,
    ...(action === undefined ? {} : { action: action.endsWith(".") ? { startsWith: action } : action }),
    createdAt: { ...(since ? { gte: new Date(since) } : {}), ...(until ? { lt: new Date(until) } : {}) },
    ...(q ? { OR: [{ actorLabel: holdsText(q) }, { targetLabel: holdsText(q) }, { targetId: q }] } : {}),
  };
}

type Row = Prisma.AuditEntryGetPayload<object>;

function toAuditEntry(row: Row): AuditEntry {
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
  return actorId && toPublicId(actorKind === "apiKey" ? "apiKey" : "user", actorId);
}

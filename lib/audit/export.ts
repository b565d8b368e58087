import { type Context, transaction } from "../context.ts";
import {
  type AuditEntry,
  mostExportedEntries,
  type exportAuditLog as operation,
} from "../contracts/audit-log.ts";
import type { Input } from "../contracts/operation.ts";
import { prisma } from "../db.ts";
import { type Download, toDownload } from "../download.ts";
import { newId, toPublicId } from "../ids.ts";
import { auditFilter } from "./filter.ts";
import { recordAudit } from "./record.ts";
import { toAuditEntry } from "./to-entry.ts";

type Query = Input<typeof operation>["query"];

/** The audit log up to now as a file, newest first, the newest 50,000 entries of it; that somebody took it is noted. */
export async function exportAuditLog(ctx: Context, { format, ...filter }: Query): Promise<Download> {
  const before = newId();
  const where = { AND: [auditFilter(ctx, filter), { id: { lt: before } }] };
  const count = await prisma().auditEntry.count({ where, take: mostExportedEntries + 1 });
  const entries = Math.min(count, mostExportedEntries);
  await transaction(ctx, async (tx) => {
    const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId } });
    const target = { kind: "tenant", id: toPublicId("tenant", ctx.tenantId), label: name };
    await recordAudit(ctx, tx, { action: "auditLog.exported", target, details: { entries, format } });
  });
  return toDownload({
    name: `audit-log-${new Date().toISOString().slice(0, 10)}`,
    format,
    isCut: count > mostExportedEntries,
    columns,
    pages: readEntries(ctx, filter, before),
  });
}

const pageSize = 500;

async function* readEntries(ctx: Context, filter: Omit<Query, "format">, before: string) {
  let position = before;
  for (let left = mostExportedEntries; left > 0; left -= pageSize) {
    const rows = await prisma().auditEntry.findMany({
      where: { AND: [auditFilter(ctx, filter), { id: { lt: position } }] },
      orderBy: { id: "desc" },
      take: Math.min(pageSize, left),
    });
    yield rows.map(toAuditEntry);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    position = last.id;
  }
}

const columns: Record<string, (entry: AuditEntry) => string | null> = {
  createdAt: ({ createdAt }) => createdAt,
  actor: ({ actor }) => actor.label,
  action: ({ action }) => action,
  target: ({ target }) => target.label,
  details: ({ details }) => JSON.stringify(details),
  ipAddress: ({ ipAddress }) => ipAddress,
  actorKind: ({ actor }) => actor.kind,
  actorId: ({ actor }) => actor.id,
  targetKind: ({ target }) => target.kind,
  targetId: ({ target }) => target.id,
  id: ({ id }) => id,
};

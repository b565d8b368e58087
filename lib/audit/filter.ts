import type { Prisma } from "#prisma/generated/client.ts";
import type { Context } from "../context.ts";
import type { AuditFilter } from "../contracts/audit-log.ts";
import { fromPublicId } from "../ids.ts";
import { holdsText } from "../search-text.ts";

/** The entries of the tenant that a filter asks for; an actor that nobody is has none. */
export function auditFilter(ctx: Context, filter: AuditFilter): Prisma.AuditEntryWhereInput {
  const { action, actor, target, since, until, q } = filter;
  return {
    tenantId: ctx.tenantId,
    ...(action === undefined ? {} : { action: action.endsWith(".") ? { startsWith: action } : action }),
    ...(actor === undefined ? {} : byActor(actor)),
    ...(target === undefined ? {} : { targetId: target }),
    createdAt: { ...(since ? { gte: new Date(since) } : {}), ...(until ? { lt: new Date(until) } : {}) },
    ...(q ? { OR: [{ actorLabel: holdsText(q) }, { targetLabel: holdsText(q) }, { targetId: q }] } : {}),
  };
}

function byActor(actor: string): Prisma.AuditEntryWhereInput {
  if (actor === "system") return { actorKind: "system" };
  const nouns = ["user", "apiKey", "portalSession"] as const;
  const id = nouns.map((noun) => fromPublicId(noun, actor)).find(Boolean);
  return { actorId: { in: id ? [id] : [] } };
}

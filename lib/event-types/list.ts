import type { Prisma } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import type { EventType, listEventTypes as operation } from "../contracts/event-types.ts";
import type { Input } from "../contracts/operation.ts";
import { type Page, readPage, type Slice } from "../keyset.ts";
import { holdsText } from "../search-text.ts";
import { toEventType } from "./to-event-type.ts";

type Query = Input<typeof operation>["query"];

/** Lists event types by name; without `archived` both, `q` is part of a name or description. */
export async function listEventTypes(ctx: Context, query: Query): Promise<Page<EventType>> {
  const page = await readPage(ctx.tenantId, query, {
    list: "event-types",
    read: (slice) => {
      const { where, ...order } = byName(slice);
      return databaseOf(ctx).eventType.findMany({ where: { AND: [filterOf(ctx, query), where] }, ...order });
    },
    keyOf: (row) => row.name,
  });
  return { ...page, data: page.data.map(toEventType) };
}

function filterOf({ tenantId }: Context, { q, archived }: Query): Prisma.EventTypeWhereInput {
  return {
    tenantId,
    ...(archived === undefined ? {} : { archivedAt: archived === "true" ? { not: null } : null }),
    ...(q ? { OR: [{ name: holdsText(q) }, { description: holdsText(q) }] } : {}),
  };
}

function byName({ direction, position, take }: Slice) {
  const order = direction === "forward" ? ("asc" as const) : ("desc" as const);
  const orderBy = { name: order };
  if (position === undefined) return { where: {}, orderBy, take };
  return { where: { name: direction === "forward" ? { gt: position } : { lt: position } }, orderBy, take };
}

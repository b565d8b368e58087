import type { Prisma } from "#prisma/generated/client.ts";
import { resolveApplication } from "../applications/resolve.ts";
import { type Context, databaseOf } from "../context.ts";
import type { Endpoint, listEndpoints as operation } from "../contracts/endpoints.ts";
import type { Input } from "../contracts/operation.ts";
import { patternsOf } from "../events/subscription-patterns.ts";
import { fromPublicId } from "../ids.ts";
import { newestFirst, type Page, readPage } from "../keyset.ts";
import { holdsText } from "../search-text.ts";
import { endpointIncludes } from "./find.ts";
import { toEndpoint } from "./to-endpoint.ts";

type Query = Input<typeof operation>["query"];

/** Lists endpoints, newest first; `q` is an id or part of a URL or description. Throws 404 for an unknown application. */
export async function listEndpoints(ctx: Context, query: Query): Promise<Page<Endpoint>> {
  const filter = await filterOf(ctx, query);
  const page = await readPage(ctx.tenantId, query, {
    list: "endpoints",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).endpoint.findMany({
        where: { AND: [filter, where] },
        include: endpointIncludes,
        ...order,
      });
    },
    keyOf: (row) => row.id,
  });
  return { ...page, data: page.data.map(toEndpoint) };
}

async function filterOf(
  ctx: Context,
  { application, state, eventType, needsAttention, q }: Query,
): Promise<Prisma.EndpointWhereInput> {
  return {
    tenantId: ctx.tenantId,
    deletedAt: null,
    ...(application ? { applicationId: (await resolveApplication(ctx, application)).id } : {}),
    ...(state ? { state } : {}),
    ...(eventType ? { subscriptions: { some: { pattern: { in: patternsOf(eventType) } } } } : {}),
    AND: [needsAttention ? { OR: attention } : {}, q ? { OR: searchOf(q) } : {}],
  };
}

const attention: Prisma.EndpointWhereInput[] = [
  { state: { not: "enabled" } },
  { health: { failingSince: { not: null } } },
];

function searchOf(q: string): Prisma.EndpointWhereInput[] {
  const id = fromPublicId("endpoint", q);
  return [{ url: holdsText(q) }, { description: holdsText(q) }, ...(id ? [{ id }] : [])];
}

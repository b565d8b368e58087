import { type Context, databaseOf } from "../context.ts";
import type { Member } from "../contracts/members.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { type MemberRow, toMember, withUser } from "./find.ts";

/** A page of the tenant's members, the newest users first. */
export async function listMembers(ctx: Context, request: PageRequest): Promise<Page<Member>> {
  const page = await readPage<MemberRow>(ctx.tenantId, request, {
    list: "members",
    keyOf: (row) => row.userId,
    read: (slice) => {
      const { where, orderBy, take } = newestFirst(slice);
      return databaseOf(ctx).member.findMany({
        where: { tenantId: ctx.tenantId, ...("id" in where ? { userId: where.id } : {}) },
        orderBy: { userId: orderBy.id },
        take,
        include: withUser,
      });
    },
  });
  return { ...page, data: page.data.map(toMember) };
}

import { type Context, databaseOf } from "../context.ts";
import type { Member } from "../contracts/members.ts";
import { findMember, toMember } from "./find.ts";

/** A member of the tenant by public user id. Throws 404 for anybody else. */
export async function getMember(ctx: Context, { id }: { id: string }): Promise<Member> {
  return toMember(await findMember(databaseOf(ctx), ctx.tenantId, id));
}

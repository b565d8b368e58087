import type { Member } from "../contracts/members.ts";
import type { Role } from "../contracts/permissions.ts";
import type { Transaction } from "../db.ts";
import { notFound } from "../errors.ts";
import { fromPublicId, toPublicId } from "../ids.ts";

export type MemberRow = {
  userId: string;
  role: Role;
  createdAt: Date;
  user: { email: string; name: string };
};

export const withUser = { user: { select: { email: true, name: true } } } as const;

/** A tenant's member by public user id. Throws 404 for anybody else. */
export async function findMember(db: Transaction, tenantId: string, publicId: string): Promise<MemberRow> {
  const userId = fromPublicId("user", publicId);
  const row =
    userId &&
    (await db.member.findUnique({
      where: { tenantId_userId: { tenantId, userId } },
      include: withUser,
    }));
  if (!row) throw notFound("member");
  return row;
}

/** A member in the shape of the contract. */
export function toMember({ userId, role, createdAt, user }: MemberRow): Member {
  return { id: toPublicId("user", userId), ...user, role, createdAt: createdAt.toISOString() };
}

/** A member as the audit log names them. */
export function memberTarget({ userId, user }: MemberRow) {
  return { kind: "member", id: toPublicId("user", userId), label: user.email };
}

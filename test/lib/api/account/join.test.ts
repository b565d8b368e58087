import { expect, test } from "vitest";
import { addTenant } from "#lib/api/account/add-tenant.ts";
import { accept, join } from "#lib/api/account/join.ts";
import type { Role } from "#lib/contracts/permissions.ts";
import { prisma } from "#lib/db.ts";
import { createInvitation } from "#lib/invitations/create.ts";
import { signUpSomebody, take } from "#test/support/account.ts";
import { cookieOf, insertMember, insertUser, newAddress } from "#test/support/people.ts";
import { insertTenant } from "#test/support/rows.ts";

const newcomer = { name: "Grace", password: "correct horse battery" };

test("somebody new signs up with the invited address and joins at once, without a tenant of their own", async () => {
  const email = newAddress();
  const { token, slug, tenantId } = await invite(email, "developer");
  const answer = await take(join, { token, ...newcomer });
  expect(answer).toMatchObject({ status: 200, body: { redirectTo: `/${slug}` } });
  expect(answer.cookie).toMatch(/^next-auth\.session-token=./);
  const user = await prisma().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
  expect(user.memberships).toMatchObject([{ tenantId, role: "developer" }]);
});

test("joining twice at the same moment makes one account and one member", async () => {
  const { token, tenantId } = await invite(newAddress(), "viewer");
  const answers = await Promise.all([1, 2, 3].map(() => take(join, { token, ...newcomer })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await prisma().member.count({ where: { tenantId } })).toBe(2);
});

test("an invitation that no longer works makes no account", async () => {
  const email = newAddress();
  const { token } = await invite(email, "viewer");
  await prisma().invitation.updateMany({ where: { email }, data: { revokedAt: new Date() } });
  expect((await take(join, { token, ...newcomer })).status).toBe(409);
  expect((await take(join, { token: "x".repeat(43), ...newcomer })).status).toBe(404);
  expect(await prisma().user.count({ where: { email } })).toBe(0);
});

test("whoever holds the link cannot take over an account that the address has already", async () => {
  const user = await insertUser({ password: "the true password" });
  const { token, tenantId } = await invite(user.email, "owner");
  expect((await take(join, { token, ...newcomer })).status).toBe(409);
  expect((await take(accept, { token })).status).toBe(401);
  expect(await prisma().member.count({ where: { tenantId } })).toBe(1);
});

test("the signed-in invitee accepts, another account does not", async () => {
  const invitee = await insertUser();
  const { token, slug } = await invite(invitee.email, "viewer");
  const other = await cookieOf(await insertUser());
  expect((await take(accept, { token }, { cookie: other })).status).toBe(403);
  const cookie = await cookieOf(invitee);
  expect(await take(accept, { token }, { cookie })).toMatchObject({
    status: 200,
    body: { redirectTo: `/${slug}` },
  });
});

test("somebody signed in makes another tenant of their own", async () => {
  const { cookie, email } = await signUpSomebody();
  const answer = await take(addTenant, { name: "Staging of Ada" }, { cookie });
  expect(answer.body).toEqual({ redirectTo: "/staging-of-ada" });
  const owned = await prisma().member.count({ where: { user: { email }, role: "owner" } });
  expect(owned).toBe(2);
});

async function invite(email: string, role: Role) {
  const { tenantId } = await insertTenant();
  const owner = await insertMember(tenantId, "owner");
  const { link } = await createInvitation(owner.ctx, { email, role });
  const { slug } = await prisma().tenant.findUniqueOrThrow({ where: { id: tenantId } });
  return { token: link.split("/").at(-1), slug, tenantId };
}

import { beforeAll, expect, test } from "vitest";
import { changePassword } from "#lib/api/account/change.ts";
import { requestReset, resetPassword } from "#lib/api/account/reset.ts";
import { remove } from "#lib/api/account/second-factor.ts";
import { revokeOthers } from "#lib/api/account/sessions.ts";
import { giveCode, signIn } from "#lib/api/account/sign-in.ts";
import { prisma } from "#lib/db.ts";
import { requireCidr } from "#lib/delivery/cidr.ts";
import { env } from "#lib/env.ts";
import { signUpSomebody, take } from "#test/support/account.ts";
import { mailedToken } from "#test/support/mailed.ts";
import { newAddress } from "#test/support/people.ts";
import { insertTenant } from "#test/support/rows.ts";
import { turnOnSecondFactor } from "#test/support/second-factor.ts";
import { waitFor } from "#test/support/wait-for.ts";

beforeAll(() => {
  env().trustedProxies = [requireCidr("10.0.0.0/8")];
});

const ipAddress = "203.0.113.8";
const newPassword = "a different horse battery";

async function somebody() {
  const account = await signUpSomebody();
  const user = await prisma().user.findUniqueOrThrow({
    where: { email: account.email },
    include: { memberships: true },
  });
  return { ...account, user, tenantId: user.memberships[0]?.tenantId ?? "" };
}

/** What the tenant's log says of its member's account, oldest first. */
async function noted(tenantId: string) {
  const entries = await prisma().auditEntry.findMany({
    where: { tenantId, targetKind: "member" },
    orderBy: { id: "asc" },
  });
  return entries.map(({ action, details, actorKind }) => [
    action,
    Object.values(details as object)[0],
    actorKind,
  ]);
}

test("signing in, failing to, resetting and the second factor stand in the log of one's tenants", async () => {
  const { email, password, user, tenantId, cookie } = await somebody();
  await take(signIn, { email, password });
  await take(signIn, { email, password: "wrong" });
  await waitFor("the failure", async () => (await noted(tenantId)).length === 3);
  await take(requestReset, { email });
  await take(resetPassword, { token: await mailedToken(email, "reset-password"), newPassword });
  const [code = ""] = await turnOnSecondFactor(user);
  const first = await take(signIn, { email, password: newPassword });
  const second = await take(giveCode, { code }, first);
  await take(remove, { password: newPassword }, second);
  await take(revokeOthers, {}, second);
  expect((await take(changePassword, { newPassword }, { cookie })).status).toBe(401);
  expect(await noted(tenantId)).toEqual([
    ["session.started", "sign-up", "user"],
    ["session.started", "password", "user"],
    ["session.refused", "password", "system"],
    ["password.reset_requested", undefined, "system"],
    ["password.reset", undefined, "user"],
    ["session.started", "reset link", "user"],
    ["secondFactor.enabled", undefined, "user"],
    ["session.started", "password and recovery code", "user"],
    ["secondFactor.disabled", undefined, "user"],
    ["session.revoked", 1, "user"],
  ]);
});

test("each entry says from where", async () => {
  const { email, password, tenantId } = await somebody();
  await take(signIn, { email, password }, { forwardedFor: `${ipAddress}, 10.0.0.1` });
  await take(signIn, { email, password: "wrong" }, { forwardedFor: `${ipAddress}, 10.0.0.1` });
  const from = () => prisma().auditEntry.count({ where: { tenantId, ipAddress } });
  await waitFor("both", async () => (await from()) === 2);
});

test("every tenant of the person notes it, and no other", async () => {
  const { email, password, user } = await somebody();
  const [second, strange] = [await insertTenant(), await insertTenant()];
  await prisma().member.create({ data: { tenantId: second.tenantId, userId: user.id, role: "viewer" } });
  await take(signIn, { email, password });
  expect((await noted(second.tenantId)).map(([action]) => action)).toEqual(["session.started"]);
  expect(await noted(strange.tenantId)).toEqual([]);
});

test("a sign-in to an account that does not exist stands nowhere", async () => {
  const before = await prisma().auditEntry.count();
  await take(signIn, { email: newAddress(), password: "wrong" });
  expect(await prisma().auditEntry.count()).toBe(before);
});

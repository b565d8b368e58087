import { expect, test } from "vitest";
import { revoke, revokeOthers } from "#lib/api/account/sessions.ts";
import { signIn } from "#lib/api/account/sign-in.ts";
import { signOut } from "#lib/api/account/sign-out.ts";
import { prisma } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { listSessions } from "#lib/users/list-sessions.ts";
import { isSignedIn, sessionIdOf, signUpSomebody, take } from "#test/support/account.ts";
import { callApi } from "#test/support/api.ts";
import { waitFor } from "#test/support/wait-for.ts";

async function somebodyOnTwoDevices() {
  const account = await signUpSomebody();
  const { email, password } = account;
  const user = await prisma().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
  const phone = await take(signIn, { email, password }, { userAgent: "Phone/1.0" });
  return { ...account, user, phone: phone.cookie };
}

test("every sign-in is a session of its own that says where it is, the asking one first", async () => {
  const { user, cookie } = await somebodyOnTwoDevices();
  const sessions = await listSessions(user.id, await sessionIdOf(cookie));
  expect(sessions).toMatchObject([
    { isThisDevice: true },
    { isThisDevice: false, userAgent: "Phone/1.0", id: expect.stringMatching(/^ses_/) },
  ]);
});

test("one device is signed out, and the API knows it with the next request", async () => {
  const { user, cookie, phone } = await somebodyOnTwoDevices();
  const tenantId = toPublicId("tenant", user.memberships[0]?.tenantId ?? "");
  const asPhone = () =>
    callApi({ method: "GET", path: "/me", headers: { cookie: phone, "posthorn-tenant": tenantId } });
  expect((await asPhone()).status).toBe(200);
  const id = toPublicId("session", await sessionIdOf(phone));
  expect((await take(revoke, { id }, { cookie })).status).toBe(200);
  expect((await asPhone()).status).toBe(401);
  expect(await isSignedIn(cookie)).toBe(true);
});

test("all others are signed out at once", async () => {
  const { cookie, phone } = await somebodyOnTwoDevices();
  expect((await take(revokeOthers, {}, { cookie })).status).toBe(200);
  expect([await isSignedIn(cookie), await isSignedIn(phone)]).toEqual([true, false]);
});

test("somebody else's session does not exist", async () => {
  const [ada, eve] = [await somebodyOnTwoDevices(), await signUpSomebody()];
  const id = toPublicId("session", await sessionIdOf(ada.phone));
  expect((await take(revoke, { id }, { cookie: eve.cookie })).status).toBe(404);
  expect(await isSignedIn(ada.phone)).toBe(true);
});

test("a cookie kept from before signing out opens nothing", async () => {
  const { cookie } = await signUpSomebody();
  await take(signOut, {}, { cookie });
  expect(await isSignedIn(cookie)).toBe(false);
});

test("signing in again in one browser ends the session it had, so that nobody continues one they planted", async () => {
  const { email, password, cookie } = await signUpSomebody();
  const again = await take(signIn, { email, password }, { cookie });
  expect([await isSignedIn(cookie), await isSignedIn(again.cookie)]).toEqual([false, true]);
});

test("a session ends thirty days after sign-in, whatever its cookie says", async () => {
  const { cookie } = await signUpSomebody();
  const id = await sessionIdOf(cookie);
  await prisma().session.update({ where: { id }, data: { expiresAt: new Date() } });
  await waitFor("the session to end", async () => !(await isSignedIn(cookie)), { timeoutMs: 1_000 });
});

test("a session is noted as seen once a minute at most", async () => {
  const { cookie, email } = await signUpSomebody();
  const id = await sessionIdOf(cookie);
  const seenAt = async () =>
    (await prisma().session.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime();
  const user = await prisma().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
  const tenantId = toPublicId("tenant", user.memberships[0]?.tenantId ?? "");
  const look = () =>
    callApi({ method: "GET", path: "/me", headers: { cookie, "posthorn-tenant": tenantId } });
  const first = await seenAt();
  await look();
  expect(await seenAt()).toBe(first);
  await prisma().session.update({ where: { id }, data: { lastSeenAt: new Date(first - 61_000) } });
  await look();
  await waitFor("it to be noted", async () => (await seenAt()) >= first);
});

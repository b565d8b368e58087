import { expect, test } from "vitest";
import { changePreferences } from "#lib/api/account/change.ts";
import { sessionUser } from "#lib/auth/session-user.ts";
import { usualPreferences } from "#lib/contracts/preferences.ts";
import { prisma } from "#lib/db.ts";
import { signUpSomebody, take } from "#test/support/account.ts";
import { callApi } from "#test/support/api.ts";
import { cookieOf, insertMember } from "#test/support/people.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

async function shownTo(cookie: string) {
  return (await sessionUser(new Request("http://localhost:3000", { headers: { cookie } })))?.preferences;
}

test("somebody new sees things as usual, and what they change holds for them alone", async () => {
  const [ada, eve] = [await signUpSomebody(), await signUpSomebody()];
  expect(await shownTo(ada.cookie)).toEqual(usualPreferences);
  const changes = { timeZone: "Asia/Kolkata", density: "compact" };
  expect((await take(changePreferences, changes, ada)).status).toBe(200);
  expect((await take(changePreferences, { theme: "dark" }, ada)).status).toBe(200);
  expect(await shownTo(ada.cookie)).toEqual({ ...usualPreferences, ...changes, theme: "dark" });
  expect(await shownTo(eve.cookie)).toEqual(usualPreferences);
});

test("a change holds in every session of theirs, and null is the browser's zone again", async () => {
  const { cookie, email } = await signUpSomebody();
  const { id } = await prisma().user.findUniqueOrThrow({ where: { email } });
  const elsewhere = await cookieOf({ id });
  await take(changePreferences, { timeZone: "UTC", clock: "12h" }, { cookie });
  expect(await shownTo(elsewhere)).toMatchObject({ timeZone: "UTC", clock: "12h" });
  await take(changePreferences, { timeZone: null }, { cookie });
  expect(await shownTo(elsewhere)).toMatchObject({ timeZone: null, clock: "12h" });
});

test.each([
  { timeZone: "Middle/Earth" },
  { timeZone: "" },
  { theme: "sepia" },
  { density: 3 },
  { clock: null },
  { language: "en" },
])("%j is 422 and changes nothing", async (changes) => {
  const { cookie } = await signUpSomebody();
  expect((await take(changePreferences, { theme: "dark", ...changes }, { cookie })).status).toBe(422);
  expect(await shownTo(cookie)).toEqual(usualPreferences);
});

test("nobody without a session, and no other site, changes them", async () => {
  const { cookie } = await signUpSomebody();
  expect((await take(changePreferences, { theme: "dark" })).status).toBe(401);
  const foreign = { cookie, origin: "https://evil.example" };
  expect((await take(changePreferences, { theme: "dark" }, foreign)).status).toBe(403);
  expect(await shownTo(cookie)).toEqual(usualPreferences);
});

test("GET /me tells a member's preferences, and none to a key", async () => {
  const tenant = await createTenantForTest();
  const member = await insertMember(tenant.tenantId, "viewer");
  const cookie = await cookieOf(member);
  await take(changePreferences, { timeZone: "Europe/Berlin" }, { cookie });
  const headers = { cookie, "posthorn-tenant": tenant.publicId };
  const { body } = await callApi({ method: "GET", path: "/me", headers });
  expect(body.preferences).toEqual({ ...usualPreferences, timeZone: "Europe/Berlin" });
  expect((await tenant.request("GET", "/me")).body.preferences).toBeNull();
});

test("what another release wrote and this one does not know is shown as usual", async () => {
  const { cookie, email } = await signUpSomebody();
  await prisma().user.update({ where: { email }, data: { theme: "sepia", density: "airy", clock: "beats" } });
  expect(await shownTo(cookie)).toEqual(usualPreferences);
});

import { expect, test } from "vitest";
import { changeName, changePassword } from "#lib/api/account/change.ts";
import { signIn } from "#lib/api/account/sign-in.ts";
import { signOut, signOutEverywhere } from "#lib/api/account/sign-out.ts";
import { sessionUser } from "#lib/auth/session-user.ts";
import { isSignedIn, signUpSomebody, take } from "#test/support/account.ts";
import { cookieOf, insertUser } from "#test/support/people.ts";

const newPassword = "a different horse battery";

test("signing in opens a new session and leads to where one wanted to go, on our own origin alone", async () => {
  const { email, password, cookie } = await signUpSomebody();
  const there = await take(signIn, { email, password, callbackUrl: "/acme/events?type=a" });
  expect(there).toMatchObject({ status: 200, body: { redirectTo: "/acme/events?type=a" } });
  expect(there.cookie).not.toBe(cookie);
  const away = await take(signIn, { email, password, callbackUrl: "https://evil.example/" });
  expect(away.body).toEqual({ redirectTo: "/" });
});

test("a wrong password is 401 and sets no cookie", async () => {
  const { email } = await signUpSomebody();
  const answer = await take(signIn, { email, password: "wrong" });
  expect(answer).toMatchObject({ status: 401, cookie: "", body: { code: "unauthenticated" } });
});

test("too many tries are 429 with the seconds to wait", async () => {
  const { email } = await signUpSomebody();
  for (let attempt = 0; attempt < 10; attempt += 1) await take(signIn, { email, password: "wrong" });
  const answer = await take(signIn, { email, password: "wrong" });
  expect(answer).toMatchObject({ status: 429, body: { code: "rate_limited" } });
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("signing out clears the cookie", async () => {
  const { cookie } = await signUpSomebody();
  const answer = await take(signOut, {}, { cookie });
  expect(answer.body).toEqual({ redirectTo: "/sign-in" });
  expect(answer.headers.get("set-cookie")).toMatch(/^next-auth\.session-token=; Path=\/; Max-Age=0/);
});

test("signing out everywhere ends every session", async () => {
  const { email, password, cookie } = await signUpSomebody();
  const other = await take(signIn, { email, password });
  expect((await take(signOutEverywhere, {}, { cookie })).status).toBe(200);
  expect(await isSignedIn(cookie)).toBe(false);
  expect(await isSignedIn(other.cookie)).toBe(false);
});

test("a new password ends every session but the one it was set in", async () => {
  const { email, password, cookie } = await signUpSomebody();
  const changed = await take(changePassword, { currentPassword: password, newPassword }, { cookie });
  expect(changed.status).toBe(200);
  expect(await isSignedIn(cookie)).toBe(false);
  expect(await isSignedIn(changed.cookie)).toBe(true);
  expect((await take(signIn, { email, password })).status).toBe(401);
  expect((await take(signIn, { email, password: newPassword })).status).toBe(200);
});

test("the present password is needed for a new one", async () => {
  const { cookie } = await signUpSomebody();
  for (const body of [{ newPassword }, { currentPassword: "wrong", newPassword }])
    expect(await take(changePassword, body, { cookie })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "currentPassword" }] },
    });
  expect(await isSignedIn(cookie)).toBe(true);
});

test("guessing the present password is limited too", async () => {
  const { cookie, password } = await signUpSomebody();
  for (let attempt = 0; attempt < 10; attempt += 1)
    await take(changePassword, { currentPassword: "wrong", newPassword }, { cookie });
  const answer = await take(changePassword, { currentPassword: password, newPassword }, { cookie });
  expect(answer.status).toBe(429);
});

test("somebody without a password sets their first one", async () => {
  const user = await insertUser();
  const cookie = await cookieOf(user);
  expect((await take(changePassword, { newPassword }, { cookie })).status).toBe(200);
  expect((await take(signIn, { email: user.email, password: newPassword })).status).toBe(200);
});

test("a name is changed for all to see", async () => {
  const { cookie } = await signUpSomebody();
  await take(changeName, { name: "Grace Hopper" }, { cookie });
  expect(await sessionUser(requestWith(cookie))).toMatchObject({ name: "Grace Hopper" });
});

test.each([
  ["a name", changeName, { name: "Eve" }],
  ["a password", changePassword, { newPassword }],
  ["signing out everywhere", signOutEverywhere, {}],
])("%s needs a session, and our own origin", async (_, step, body) => {
  const { cookie } = await signUpSomebody();
  expect((await take(step, body)).status).toBe(401);
  expect((await take(step, body, { cookie, origin: "https://evil.example" })).status).toBe(403);
  expect((await take(step, body, { cookie, origin: null })).status).toBe(403);
  expect(await isSignedIn(cookie)).toBe(true);
});

function requestWith(cookie: string): Request {
  return new Request("http://localhost:3000", { headers: { cookie } });
}

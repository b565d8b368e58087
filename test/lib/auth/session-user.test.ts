import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { sessionUser } from "#lib/auth/session-user.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { signOutEverywhere } from "#lib/users/sign-out-everywhere.ts";
import { cookieOf, insertUser, sessionOf } from "#test/support/people.ts";
import { waitFor } from "#test/support/wait-for.ts";

test("a session's cookie names its user", async () => {
  const user = await insertUser();
  expect(await sessionUser(requestWith(await cookieOf(user)))).toMatchObject({
    id: user.id,
    email: user.email,
  });
});

test("signing out everywhere ends a session at once where it happened", async () => {
  const user = await insertUser();
  const request = requestWith(await cookieOf(user));
  expect(await sessionUser(request)).toBeDefined();
  await signOutEverywhere({ user, ipAddress: undefined });
  expect(await sessionUser(request)).toBeUndefined();
});

test("a session ended by another process is out within a second", async () => {
  const user = await insertUser();
  const request = requestWith(await cookieOf(user));
  expect(await sessionUser(request)).toBeDefined();
  await prisma().user.update({ where: { id: user.id }, data: { sessionVersion: { increment: 1 } } });
  await waitFor("the session to end", async () => (await sessionUser(request)) === undefined, {
    timeoutMs: 1_000,
  });
});

test("a deleted user's session is out within a second", async () => {
  const user = await insertUser();
  const request = requestWith(await cookieOf(user));
  expect(await sessionUser(request)).toBeDefined();
  await prisma().user.delete({ where: { id: user.id } });
  await waitFor("the session to end", async () => (await sessionUser(request)) === undefined, {
    timeoutMs: 1_000,
  });
});

test("a session in several cookies is put together again", async () => {
  const user = await insertUser();
  const [name = "", value = ""] = (await cookieOf(user)).split("=");
  const half = Math.floor(value.length / 2);
  const chunks = `${name}.1=${value.slice(half)}; other=1; ${name}.0=${value.slice(0, half)}`;
  expect(await sessionUser(requestWith(chunks))).toMatchObject({ id: user.id });
});

test.each([
  ["no cookie at all", () => ""],
  ["a cookie that is no token", () => "next-auth.session-token=nonsense"],
  [
    "a token altered by one character",
    (cookie: string) => cookie.slice(0, -2) + (cookie.at(-2) === "A" ? "B" : "A") + cookie.at(-1),
  ],
  ["the session under another name", (cookie: string) => cookie.replace("next-auth", "next-other")],
])("%s is nobody", async (_, alter) => {
  const user = await insertUser();
  expect(await sessionUser(requestWith(alter(await cookieOf(user))))).toBeUndefined();
});

test("a token of another secret or purpose, one that is over and one that names no session are nobody", async () => {
  const { id } = await insertUser();
  const secret = env().nextauthSecret;
  const { sessionId } = await sessionOf({ id });
  const token = { sub: id, sessionId, sessionVersion: 1 };
  const tokens = [
    await encode({ token, secret: "another secret of the same length" }),
    await encode({ token, secret, maxAge: -60 }),
    await encode({ token: { sub: id, sessionId }, secret }),
    await encode({ token: { sub: id, sessionVersion: 1 }, secret }),
    await encode({ token, secret, salt: "posthorn pending sign-in" }),
  ];
  for (const forged of tokens)
    expect(await sessionUser(requestWith(`next-auth.session-token=${forged}`))).toBeUndefined();
});

test("a session sent as a bearer token is no session", async () => {
  const user = await insertUser();
  const token = (await cookieOf(user)).split("=")[1] ?? "";
  const request = new Request("http://localhost", { headers: { authorization: `Bearer ${token}` } });
  expect(await sessionUser(request)).toBeUndefined();
});

function requestWith(cookie: string): Request {
  return new Request("http://localhost:3000/api/v1/me", { headers: { cookie } });
}

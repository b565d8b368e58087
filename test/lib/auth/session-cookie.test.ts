import { afterEach, expect, test } from "vitest";
import { closingCookie, openingCookie } from "#lib/auth/session-cookie.ts";
import { sessionUser } from "#lib/auth/session-user.ts";
import { env } from "#lib/env.ts";
import { insertUser, sessionOf } from "#test/support/people.ts";

const settings = env();

afterEach(() => {
  settings.url = "http://localhost:3000";
});

test("behind https the session travels over https alone", async () => {
  settings.url = "https://hooks.example.com";
  const { id } = await insertUser();
  const cookie = await openingCookie(await sessionOf({ id }));
  expect(cookie).toMatch(
    /^__Host-next-auth\.session-token=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
  );
  const headers = { cookie: cookie.split(";")[0] ?? "" };
  expect(await sessionUser(new Request("https://hooks.example.com", { headers }))).toMatchObject({ id });
  expect(closingCookie()).toMatch(/^__Host-next-auth\.session-token=; Path=\/; Max-Age=0; .*Secure$/);
});

test("behind https a cookie that anybody on http could have planted is no session", async () => {
  const { id } = await insertUser();
  const planted = (await openingCookie(await sessionOf({ id }))).split(";")[0] ?? "";
  settings.url = "https://hooks.example.com";
  const request = new Request("https://hooks.example.com", { headers: { cookie: planted } });
  expect(await sessionUser(request)).toBeUndefined();
});

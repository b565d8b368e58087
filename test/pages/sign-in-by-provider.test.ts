import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { startWeb, type Web } from "#test/support/app-server.ts";
import { CookieJar } from "#test/support/cookie-jar.ts";
import { createOidcProvider, type OidcProvider } from "#test/support/oidc-provider.ts";
import { newAddress } from "#test/support/people.ts";
import { codeOf, turnOnSecondFactor } from "#test/support/second-factor.ts";

let provider: OidcProvider;
let web: Web;

beforeAll(async () => {
  provider = await createOidcProvider();
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "posthorn",
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: "Acme ID",
  };
  web = await startWeb({ env });
});

afterAll(async () => {
  await web.process.stop();
  await provider.close();
});

test("only what is set up has a button", async () => {
  const page = await (await fetch(`${web.url}/sign-in`)).text();
  expect(page).toContain("Acme ID");
  expect(page).not.toContain("GitHub");
});

test("a verified person gets an account and a session, and the same account ever after", async () => {
  const email = newAddress();
  provider.person = { sub: email, email, email_verified: true, name: "Ada Lovelace" };
  const [first, second] = [await comeIn("/account"), await comeIn("/account")];
  for (const visit of [first, second]) {
    expect(visit.landed).toBe("/account");
    expect(await visit.jar.getJson(`${web.url}/api/auth/session`)).toMatchObject({
      user: { email, name: "Ada Lovelace" },
    });
  }
  expect(await prisma().user.count({ where: { email } })).toBe(1);
});

test("whoever has two-step sign-in gives a code here too, and has no session before", async () => {
  const email = newAddress();
  provider.person = { sub: email, email, email_verified: true, name: "Ada Lovelace" };
  await comeIn("/account");
  const user = await prisma().user.findUniqueOrThrow({ where: { email } });
  await turnOnSecondFactor(user);
  const { jar, landed } = await comeIn("/account");
  expect(landed).toBe("/sign-in/code?callbackUrl=%2Faccount");
  expect(await jar.getJson(`${web.url}/api/auth/session`)).toEqual({});
  const given = await jar.fetch(`${web.url}/api/auth/second-factor`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: await codeOf(user), callbackUrl: "/account" }),
  });
  expect(await given.json()).toEqual({ redirectTo: "/account" });
  expect(await jar.getJson(`${web.url}/api/auth/session`)).toMatchObject({ user: { email } });
});

test("an unverified address comes back to sign-in with the reason, and no session", async () => {
  const email = newAddress();
  provider.person = { sub: email, email, email_verified: false };
  const { jar, landed } = await comeIn("/account");
  expect(landed).toBe("/sign-in?error=unverified_email");
  expect(await jar.getJson(`${web.url}/api/auth/session`)).toEqual({});
  expect(await prisma().user.count({ where: { email } })).toBe(0);
});

test("a foreign place to come back to is our own front door instead", async () => {
  const email = newAddress();
  provider.person = { sub: email, email, email_verified: true };
  expect((await comeIn("https://evil.example/")).landed).toBe("/");
});

test("an answer that this browser did not ask for lets nobody in", async () => {
  const jar = new CookieJar();
  const callback = `${web.url}/api/auth/callback/oidc?code=stolen&state=forged`;
  const response = await jar.fetch(callback);
  expect(response.headers.get("location")).toContain("error=OAuthCallback");
  expect(await jar.getJson(`${web.url}/api/auth/session`)).toEqual({});
});

test("nobody writes to the log from outside", async () => {
  const response = await fetch(`${web.url}/api/auth/_log`, {
    method: "POST",
    body: new URLSearchParams({ level: "error", code: "X" }),
  });
  expect(response.status).toBe(204);
});

/** Walks the way a browser walks: the button, the provider, back, until a page of ours. */
async function comeIn(callbackUrl: string): Promise<{ jar: CookieJar; landed: string }> {
  const jar = new CookieJar();
  const { csrfToken } = await jar.getJson(`${web.url}/api/auth/csrf`);
  const body = new URLSearchParams({ csrfToken: String(csrfToken), callbackUrl, json: "true" });
  const started = await jar.fetch(`${web.url}/api/auth/signin/oidc`, { method: "POST", body });
  const { url } = (await started.json()) as { url: string };
  const back = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
  const landed = new URL((await jar.fetch(back)).headers.get("location") ?? "");
  expect(landed.origin).toBe(web.url);
  return { jar, landed: landed.pathname + landed.search };
}

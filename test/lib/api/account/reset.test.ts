import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { requestReset, resetPassword } from "#lib/api/account/reset.ts";
import { signIn } from "#lib/api/account/sign-in.ts";
import { encodeResetToken } from "#lib/auth/reset-token.ts";
import { encodeSession } from "#lib/auth/session-token.ts";
import { sessionUser } from "#lib/auth/session-user.ts";
import { prisma } from "#lib/db.ts";
import { sealOwner } from "#lib/emails/enqueue.ts";
import { env } from "#lib/env.ts";
import { readResetLink } from "#lib/users/reset-password.ts";
import { open } from "#lib/vault.ts";
import { signUpSomebody, take } from "#test/support/account.ts";
import { insertUser, newAddress } from "#test/support/people.ts";
import { waitFor } from "#test/support/wait-for.ts";

const newPassword = "a different horse battery";

test("a mailed link sets a new password, signs in, and ends every session before", async () => {
  const { email, password, cookie } = await signUpSomebody();
  expect(await take(requestReset, { email })).toMatchObject({ status: 200 });
  const token = await mailedToken(email);
  expect(await readResetLink(token)).toBe(email);
  const answer = await take(resetPassword, { token, newPassword });
  expect(answer).toMatchObject({ status: 200, body: { redirectTo: "/" } });
  expect(await isSignedIn(answer.cookie)).toBe(true);
  expect(await isSignedIn(cookie)).toBe(false);
  expect((await take(signIn, { email, password })).status).toBe(401);
  expect((await take(signIn, { email, password: newPassword })).status).toBe(200);
});

test("a link works once, even when used many times at the same moment", async () => {
  const { id } = await insertUser({ password: "correct horse battery" });
  const token = await encodeResetToken({ userId: id, sessionVersion: 1 });
  const answers = await Promise.all([1, 2, 3].map(() => take(resetPassword, { token, newPassword })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(await readResetLink(token)).toBeUndefined();
});

test("nobody is told whether an address has an account", async () => {
  const unknown = newAddress();
  const { email } = await insertUser();
  const [one, two] = [await take(requestReset, { email: unknown }), await take(requestReset, { email })];
  expect([one.status, one.body]).toEqual([two.status, two.body]);
  await mailedToken(email);
  expect(await prisma().email.count({ where: { recipient: unknown } })).toBe(0);
});

test("one account gets five such e-mails an hour", async () => {
  const { email } = await insertUser();
  for (let request = 0; request < 8; request += 1)
    expect((await take(requestReset, { email })).status).toBe(200);
  await waitFor(
    "five e-mails",
    async () => (await prisma().email.count({ where: { recipient: email } })) === 5,
  );
});

test("a session is no reset link, a reset link is no session, and an old link is over", async () => {
  const { id } = await insertUser();
  const claims = { userId: id, sessionVersion: 1 };
  expect(await readResetLink(await encodeSession(claims))).toBeUndefined();
  expect(await isSignedIn(`next-auth.session-token=${await encodeResetToken(claims)}`)).toBe(false);
  const over = await encode({
    token: { sub: id, sessionVersion: 1 },
    secret: env().nextauthSecret,
    salt: "posthorn password reset",
    maxAge: -60,
  });
  expect(await take(resetPassword, { token: over, newPassword })).toMatchObject({ status: 409, cookie: "" });
});

async function mailedToken(email: string): Promise<string> {
  const row = await waitFor("the e-mail", () => prisma().email.findFirst({ where: { recipient: email } }));
  const text = open(row.sealed, sealOwner(row.tenantId, row.id)).toString();
  return /\/reset-password\/(\S+)/.exec(text)?.[1] ?? "";
}

async function isSignedIn(cookie: string): Promise<boolean> {
  const request = new Request("http://localhost:3000", { headers: { cookie } });
  return (await sessionUser(request)) !== undefined;
}

import { afterEach, expect, test } from "vitest";
import { changePassword } from "#lib/api/account/change.ts";
import { requestReset, resetPassword } from "#lib/api/account/reset.ts";
import { signIn } from "#lib/api/account/sign-in.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { issueLink } from "#lib/users/account-token.ts";
import { readResetLink } from "#lib/users/reset-password.ts";
import { isSignedIn, signUpSomebody, take } from "#test/support/account.ts";
import { mailedToken } from "#test/support/mailed.ts";
import { insertUser, newAddress, type Person } from "#test/support/people.ts";
import { turnOnSecondFactor } from "#test/support/second-factor.ts";
import { waitFor } from "#test/support/wait-for.ts";

const newPassword = "a different horse battery";

afterEach(() => {
  env().smtpUrl = undefined;
});

test("a mailed link sets a new password, signs in, and ends every session before", async () => {
  const { email, password, cookie } = await signUpSomebody();
  expect(await take(requestReset, { email })).toMatchObject({ status: 200 });
  const token = await mailedToken(email, "reset-password");
  expect(await readResetLink(token)).toBe(email);
  const answer = await take(resetPassword, { token, newPassword });
  expect(answer).toMatchObject({ status: 200, body: { redirectTo: "/" } });
  expect(await isSignedIn(answer.cookie)).toBe(true);
  expect(await isSignedIn(cookie)).toBe(false);
  expect((await take(signIn, { email, password })).status).toBe(401);
  expect((await take(signIn, { email, password: newPassword })).status).toBe(200);
});

test("a link works once, even when used many times at the same moment", async () => {
  const token = await newResetToken(await insertUser({ password: "correct horse battery" }));
  const answers = await Promise.all([1, 2, 3].map(() => take(resetPassword, { token, newPassword })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(await readResetLink(token)).toBeUndefined();
});

test("nobody is told whether an address has an account", async () => {
  const unknown = newAddress();
  const { email } = await insertUser();
  const [one, two] = [await take(requestReset, { email: unknown }), await take(requestReset, { email })];
  expect([one.status, one.body]).toEqual([two.status, two.body]);
  await mailedToken(email, "reset-password");
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

test("an old link, a replaced one and one for something else are over", async () => {
  const user = await insertUser();
  const replaced = await newResetToken(user);
  const old = await newResetToken(user);
  await prisma().accountToken.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date() } });
  const other = (
    await prisma().$transaction((tx) =>
      issueLink(tx, "confirm-email", { userId: user.id, email: user.email }),
    )
  ).slice(-43);
  for (const token of [replaced, old, other])
    expect(await take(resetPassword, { token, newPassword })).toMatchObject({ status: 409, cookie: "" });
});

test("a new password makes the links useless that were mailed before it", async () => {
  const { email, password, cookie } = await signUpSomebody();
  await take(requestReset, { email });
  const token = await mailedToken(email, "reset-password");
  await take(changePassword, { currentPassword: password, newPassword }, { cookie });
  expect((await take(resetPassword, { token, newPassword })).status).toBe(409);
});

test("a mailed link proves the address: what somebody else set up with it before ends", async () => {
  env().smtpUrl = "smtp://127.0.0.1:9";
  const squatted = await insertUser({ password: "the password of another" });
  await turnOnSecondFactor(squatted);
  const answer = await take(resetPassword, { token: await newResetToken(squatted), newPassword });
  expect(answer.body).toEqual({ redirectTo: "/" });
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: squatted.id },
    include: { secondFactor: true },
  });
  expect([user.secondFactor, user.emailVerifiedAt]).toEqual([null, expect.any(Date)]);
});

test("a link that an operator hands over proves nothing: the code is asked for all the same", async () => {
  const user = await insertUser();
  await turnOnSecondFactor(user);
  const answer = await take(resetPassword, { token: await newResetToken(user), newPassword });
  expect(answer.body).toEqual({ redirectTo: "/sign-in/code?callbackUrl=%2F" });
  expect((await prisma().user.findUniqueOrThrow({ where: { id: user.id } })).emailVerifiedAt).toBeNull();
});

test("links are stored as hashes alone", async () => {
  const token = await newResetToken(await insertUser());
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  const stored = await prisma().accountToken.findMany();
  expect(JSON.stringify(stored.map((row) => Buffer.from(row.tokenHash).toString("base64url")))).not.toContain(
    token,
  );
});

async function newResetToken({ id, email }: Person): Promise<string> {
  const link = await prisma().$transaction((tx) => issueLink(tx, "reset-password", { userId: id, email }));
  return link.slice(-43);
}

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeEmail, confirmEmail, requestConfirmation } from "#lib/api/account/change.ts";
import { requestReset, resetPassword } from "#lib/api/account/reset.ts";
import { signIn } from "#lib/api/account/sign-in.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { readConfirmation } from "#lib/users/confirm-email.ts";
import { signUpSomebody, take } from "#test/support/account.ts";
import { mailedLinks, mailedToken } from "#test/support/mailed.ts";
import { insertUser, newAddress } from "#test/support/people.ts";

const settings = env();
beforeEach(() => {
  settings.smtpUrl = "smtp://127.0.0.1:9";
});
afterEach(() => {
  settings.smtpUrl = undefined;
});

const userOf = (email: string) => prisma().user.findUnique({ where: { email } });

describe("a new account", () => {
  test("gets a link that confirms its address, once", async () => {
    const { email, cookie } = await signUpSomebody();
    expect((await userOf(email))?.emailVerifiedAt).toBeNull();
    const token = await mailedToken(email, "confirm-email");
    expect(await readConfirmation(token)).toMatchObject({ email });
    expect(await take(confirmEmail, { token }, { cookie })).toMatchObject({ status: 200 });
    expect((await userOf(email))?.emailVerifiedAt).not.toBeNull();
    expect((await take(confirmEmail, { token }, { cookie })).status).toBe(409);
  });

  test("asks for another link; the former one is over", async () => {
    const { email, cookie } = await signUpSomebody();
    const former = await mailedToken(email, "confirm-email");
    expect((await take(requestConfirmation, {}, { cookie })).status).toBe(200);
    expect(await readConfirmation(former)).toBeUndefined();
    const [latest = ""] = await mailedLinks(email, "confirm-email");
    expect((await take(confirmEmail, { token: latest }, { cookie })).status).toBe(200);
    expect((await take(requestConfirmation, {}, { cookie })).status).toBe(409);
  });

  test("is asked for nothing where no mail can be sent", async () => {
    settings.smtpUrl = undefined;
    const { email } = await signUpSomebody();
    expect(await mailedLinks(email, "confirm-email")).toEqual([]);
  });

  test("is confirmed by its own session alone: a careless click of the address's owner proves nothing", async () => {
    const { email } = await signUpSomebody();
    const token = await mailedToken(email, "confirm-email");
    expect((await take(confirmEmail, { token })).status).toBe(401);
    const other = await signUpSomebody();
    expect((await take(confirmEmail, { token }, { cookie: other.cookie })).status).toBe(403);
    expect((await userOf(email))?.emailVerifiedAt).toBeNull();
    expect(await readConfirmation(token)).toBeDefined();
  });
});

describe("another address", () => {
  test("becomes the account's when its link is followed; the former one is told", async () => {
    const { email, password, cookie } = await signUpSomebody();
    const next = newAddress();
    expect((await take(changeEmail, { email: next, password }, { cookie })).status).toBe(200);
    expect(await userOf(next)).toBeNull();
    const token = await mailedToken(next, "confirm-email");
    expect((await take(confirmEmail, { token }, { cookie })).status).toBe(200);
    expect((await userOf(next))?.emailVerifiedAt).not.toBeNull();
    expect((await take(signIn, { email: next, password })).status).toBe(200);
    expect((await take(signIn, { email, password })).status).toBe(401);
    const subject = "The e-mail address of your Posthorn account was changed";
    expect(await prisma().email.count({ where: { recipient: email, subject } })).toBe(1);
  });

  test("takes the password", async () => {
    const { cookie } = await signUpSomebody();
    for (const proof of [{}, { password: "wrong" }, { code: "123456" }])
      expect((await take(changeEmail, { email: newAddress(), ...proof }, { cookie })).status).toBe(422);
  });

  test("of somebody else gets the same answer, and its owner a word instead of a link", async () => {
    const { password, cookie } = await signUpSomebody();
    const taken = await insertUser();
    const [one, two] = [taken.email, newAddress()].map((email) =>
      take(changeEmail, { email, password }, { cookie }),
    );
    expect((await one)?.body).toEqual((await two)?.body);
    expect(await mailedLinks(taken.email, "confirm-email")).toEqual([]);
    expect(await prisma().email.count({ where: { recipient: taken.email } })).toBe(1);
  });

  test("that somebody gets meanwhile is refused, and the link of a reset before the change is over", async () => {
    const { email, password, cookie } = await signUpSomebody();
    await take(requestReset, { email });
    const reset = await mailedToken(email, "reset-password");
    const [taken, free] = [newAddress(), newAddress()];
    await take(changeEmail, { email: taken, password }, { cookie });
    await insertUser({ email: taken });
    const late = await mailedToken(taken, "confirm-email");
    expect((await take(confirmEmail, { token: late }, { cookie })).status).toBe(409);
    await take(changeEmail, { email: free, password }, { cookie });
    await take(confirmEmail, { token: await mailedToken(free, "confirm-email") }, { cookie });
    const newPassword = "a different horse battery";
    expect((await take(resetPassword, { token: reset, newPassword })).status).toBe(409);
  });
});

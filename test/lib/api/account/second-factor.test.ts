import { describe, expect, test } from "vitest";
import { changePassword } from "#lib/api/account/change.ts";
import { confirm, remove, renewCodes, start } from "#lib/api/account/second-factor.ts";
import { giveCode, signIn } from "#lib/api/account/sign-in.ts";
import { prisma } from "#lib/db.ts";
import { isSignedIn, signUpSomebody, take } from "#test/support/account.ts";
import { newAddress } from "#test/support/people.ts";
import { codeOf, turnOnSecondFactor } from "#test/support/second-factor.ts";

/** Somebody whose sign-in takes two steps, with the cookie of one who has taken the first. */
async function somebodyBetweenSteps() {
  const account = await signUpSomebody();
  const user = await prisma().user.findUniqueOrThrow({ where: { email: account.email } });
  const codes = await turnOnSecondFactor(user);
  const { email, password } = account;
  const first = await take(signIn, { email, password, callbackUrl: "/acme" });
  return { ...account, user, codes, first };
}

describe("signing in", () => {
  test("the password leads to the page that asks for a code, and opens no session", async () => {
    const { first } = await somebodyBetweenSteps();
    expect(first).toMatchObject({ status: 200, body: { redirectTo: "/sign-in/code?callbackUrl=%2Facme" } });
    expect(first.cookie).toMatch(/^posthorn\.pending-sign-in=/);
    expect(await isSignedIn(first.cookie)).toBe(false);
    const moved = first.cookie.replace("posthorn.pending-sign-in", "next-auth.session-token");
    expect(await isSignedIn(moved)).toBe(false);
  });

  test("the code opens the session and forgets the first step", async () => {
    const { user, first } = await somebodyBetweenSteps();
    const answer = await take(giveCode, { code: await codeOf(user), callbackUrl: "/acme" }, first);
    expect(answer).toMatchObject({ status: 200, body: { redirectTo: "/acme" } });
    expect(await isSignedIn(answer.cookie)).toBe(true);
    expect(answer.headers.getSetCookie()[1]).toMatch(/^posthorn\.pending-sign-in=; Path=\/; Max-Age=0/);
  });

  test("a code works once, however many try it at the same moment, and no earlier one after it", async () => {
    const { user, first } = await somebodyBetweenSteps();
    const code = await codeOf(user, 1);
    const answers = await Promise.all([1, 2, 3].map(() => take(giveCode, { code }, first)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect((await take(giveCode, { code: await codeOf(user) }, first)).status).toBe(422);
  });

  test("after ten wrong codes the right one is refused for a while too", async () => {
    const { user, first } = await somebodyBetweenSteps();
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await take(giveCode, { code: "abcdef" }, first)).status).toBe(422);
    expect((await take(giveCode, { code: await codeOf(user) }, first)).status).toBe(429);
  });

  test("a recovery code works once, with or without its dashes, and its owner is told", async () => {
    const { email, codes, first } = await somebodyBetweenSteps();
    const [one = "", two = ""] = codes;
    expect((await take(giveCode, { code: one }, first)).status).toBe(200);
    expect((await take(giveCode, { code: one }, first)).status).toBe(422);
    expect((await take(giveCode, { code: two.replaceAll("-", "").toUpperCase() }, first)).status).toBe(200);
    const subject = "A recovery code of your Posthorn account was used";
    expect(await prisma().email.count({ where: { recipient: email, subject } })).toBe(2);
  });

  test("a code alone is nothing, and the first step is over with the password it was taken with", async () => {
    const { user, first, cookie, password } = await somebodyBetweenSteps();
    expect((await take(giveCode, { code: await codeOf(user) })).status).toBe(401);
    const newPassword = "a different horse battery";
    await take(changePassword, { currentPassword: password, newPassword }, { cookie });
    expect((await take(giveCode, { code: await codeOf(user) }, first)).status).toBe(401);
  });

  test("one person's code is not another's", async () => {
    const [ada, grace] = [await somebodyBetweenSteps(), await somebodyBetweenSteps()];
    expect((await take(giveCode, { code: await codeOf(grace.user) }, ada.first)).status).toBe(422);
    expect((await take(giveCode, { code: grace.codes[0] }, ada.first)).status).toBe(422);
  });
});

describe("setting up", () => {
  test("takes the password, then a first code; nothing is asked for before that", async () => {
    const { email, password, cookie } = await signUpSomebody();
    const user = await prisma().user.findUniqueOrThrow({ where: { email } });
    expect((await take(start, {}, { cookie })).status).toBe(422);
    const started = await take(start, { password }, { cookie });
    expect(started.body).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/) });
    expect(started.body.uri).toBe(
      `otpauth://totp/${encodeURIComponent(`Posthorn:${email}`)}?secret=${started.body.secret}&issuer=Posthorn`,
    );
    expect((await take(signIn, { email, password })).body).toEqual({ redirectTo: "/" });
    expect((await take(confirm, { code: "000000" }, { cookie })).status).toBe(422);
    const confirmed = await take(confirm, { code: await codeOf(user) }, { cookie });
    expect(new Set(confirmed.body.codes as string[])).toHaveLength(10);
    expect((await take(signIn, { email, password })).body.redirectTo).toMatch(/^\/sign-in\/code/);
  });

  test("a second time is refused while it is on", async () => {
    const { password, cookie } = await somebodyBetweenSteps();
    expect((await take(start, { password }, { cookie })).status).toBe(409);
  });

  test("neither the secret nor a recovery code can be read from the database", async () => {
    const { user, codes } = await somebodyBetweenSteps();
    const factor = await prisma().secondFactor.findUniqueOrThrow({ where: { userId: user.id } });
    const stored = await prisma().recoveryCode.findMany({ where: { userId: user.id } });
    const bytes = [factor.sealed, ...stored.map(({ codeHash }) => codeHash)].map((b) => Buffer.from(b));
    for (const code of codes)
      expect(bytes.some((b) => b.includes(code) || b.includes(code.replaceAll("-", "")))).toBe(false);
    expect(bytes[0]?.length).toBe(1 + 4 + 12 + 20 + 16);
  });
});

describe("turning off, and new recovery codes", () => {
  test.each([
    ["nothing", {}],
    ["a wrong password", { password: "wrong" }],
    ["a wrong code", { code: "abcdef" }],
  ])("are refused with %s", async (_, proof) => {
    const { user, cookie } = await somebodyBetweenSteps();
    for (const step of [remove, renewCodes]) expect((await take(step, proof, { cookie })).status).toBe(422);
    expect(await prisma().secondFactor.count({ where: { userId: user.id } })).toBe(1);
  });

  test("take the password or a code", async () => {
    const { user, codes, email, password, cookie } = await somebodyBetweenSteps();
    const renewed = await take(renewCodes, { code: await codeOf(user) }, { cookie });
    expect(renewed.body.codes).toHaveLength(10);
    expect((await take(remove, { code: codes[0] }, { cookie })).status).toBe(422);
    expect((await take(remove, { password }, { cookie })).status).toBe(200);
    expect((await take(signIn, { email, password })).body).toEqual({ redirectTo: "/" });
    expect(await prisma().recoveryCode.count({ where: { userId: user.id } })).toBe(0);
  });
});

test("an address without an account never gets as far as the code", async () => {
  const answer = await take(signIn, { email: newAddress(), password: "correct horse battery" });
  expect([answer.status, answer.cookie]).toEqual([401, ""]);
});

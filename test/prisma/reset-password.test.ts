import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { resetPassword } from "#lib/api/account/reset.ts";
import { prisma } from "#lib/db.ts";
import { take } from "#test/support/account.ts";
import { insertUser } from "#test/support/people.ts";
import { turnOnSecondFactor } from "#test/support/second-factor.ts";

const run = promisify(execFile);
const script = (...argv: string[]) => run(process.execPath, ["prisma/reset-password.ts", ...argv]);

test("an operator gets a link for somebody, who still gives their code", async () => {
  const user = await insertUser();
  await turnOnSecondFactor(user);
  const { stdout } = await script("--email", user.email.toUpperCase());
  expect(await landing(stdout)).toBe("/sign-in/code?callbackUrl=%2F");
});

test("for somebody who has lost phone and recovery codes, two-step sign-in is turned off as well", async () => {
  const user = await insertUser();
  await turnOnSecondFactor(user);
  const { stdout } = await script("--email", user.email, "--turn-off-two-step");
  expect(await prisma().recoveryCode.count({ where: { userId: user.id } })).toBe(0);
  expect(await landing(stdout)).toBe("/");
});

test("nobody is found under an address without an account", async () => {
  await expect(script("--email", "nobody@example.com")).rejects.toMatchObject({
    code: 1,
    stderr: "There is no account for nobody@example.com.\n",
  });
});

/** Where a new password by the printed link leads. */
async function landing(printed: string): Promise<unknown> {
  const token = /\/reset-password\/(\S+)\n$/.exec(printed)?.[1];
  const { body } = await take(resetPassword, { token, newPassword: "incorrect horse battery" });
  return body.redirectTo;
}

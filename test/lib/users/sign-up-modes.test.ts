import { afterEach, expect, test } from "vitest";
import { join } from "#lib/api/account/join.ts";
import { signUp } from "#lib/api/account/sign-up.ts";
import { env } from "#lib/env.ts";
import { createInvitation } from "#lib/invitations/create.ts";
import { addTenant } from "#lib/users/add-tenant.ts";
import { signInWithIdentity } from "#lib/users/sign-in-with-identity.ts";
import { take } from "#test/support/account.ts";
import { insertMember, insertUser, newAddress } from "#test/support/people.ts";
import { insertTenant } from "#test/support/rows.ts";

const settings = env();
const password = "correct horse battery";

afterEach(() => {
  settings.signup = "open";
});

test.each(["invite", "closed"] as const)("with sign-up %s nobody signs up just so", async (mode) => {
  settings.signup = mode;
  const account = { name: "Ada", email: newAddress(), password, tenantName: "Acme" };
  const answer = await take(signUp, account);
  expect(answer).toMatchObject({ status: 403, cookie: "" });
});

test("with sign-up closed even people who are in make no tenants", async () => {
  const { id } = await insertUser();
  settings.signup = "invite";
  await expect(addTenant(id, { name: "Acme" })).resolves.toBeDefined();
  settings.signup = "closed";
  await expect(addTenant(id, { name: "Acme" })).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  ["invite", 200],
  ["closed", 403],
] as const)("with sign-up %s an invitation makes an account: %d", async (mode, status) => {
  const token = await invite(newAddress());
  settings.signup = mode;
  expect((await take(join, { token, name: "Ada", password })).status).toBe(status);
});

test.each([
  ["open", false, "a session"],
  ["invite", false, "invitation_needed"],
  ["invite", true, "a session"],
  ["closed", true, "sign_up_closed"],
] as const)("with sign-up %s, invited %s, a new identity gets %s", async (mode, isInvited, outcome) => {
  const verifiedEmail = newAddress();
  if (isInvited) await invite(verifiedEmail);
  settings.signup = mode;
  const identity = { provider: "github", providerAccountId: verifiedEmail, verifiedEmail, name: "Ada" };
  const answer = await signInWithIdentity(identity, undefined);
  expect(typeof answer === "string" ? answer : "a session").toBe(outcome);
});

async function invite(email: string): Promise<string> {
  const { tenantId } = await insertTenant();
  const { ctx } = await insertMember(tenantId, "owner");
  const { link } = await createInvitation(ctx, { email, role: "viewer" });
  return link.split("/").at(-1) ?? "";
}

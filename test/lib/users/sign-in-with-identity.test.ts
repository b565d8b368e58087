import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { identityOf } from "#lib/auth/identity-of.ts";
import { signInWithPassword } from "#lib/auth/sign-in-with-password.ts";
import { prisma } from "#lib/db.ts";
import { type Identity, signInWithIdentity } from "#lib/users/sign-in-with-identity.ts";
import { insertUser, newAddress, nowhere } from "#test/support/people.ts";

const password = "correct horse battery";

test("a new identity with a verified address makes an account, and is the same person ever after", async () => {
  const identity = newIdentity();
  const first = await signIn(identity);
  const later = await signIn({ ...identity, verifiedEmail: newAddress() });
  expect(first).toMatchObject({ id: expect.any(String), sessionVersion: 1 });
  expect(later).toMatchObject(first as object);
});

test("an address that the provider did not verify lets nobody in, whoever has an account with it", async () => {
  await insertUser({ email: newAddress() });
  expect(await signIn({ ...newIdentity(), verifiedEmail: undefined })).toBe("unverified_email");
});

test("an identity known already comes in even when its address is not verified any more", async () => {
  const identity = newIdentity();
  const first = await signIn(identity);
  expect(await signIn({ ...identity, verifiedEmail: undefined })).toMatchObject(first as object);
});

test("a verified address links to its account; a password that anybody could have set ends with its sessions", async () => {
  const squatted = await insertUser({ password });
  const claims = await signIn(newIdentity(squatted.email));
  expect(claims).toMatchObject({ id: squatted.id, sessionVersion: 2 });
  const { email } = squatted;
  await expect(signInWithPassword({ email, password, device: nowhere })).rejects.toMatchObject({
    status: 401,
  });
  expect(await prisma().email.count({ where: { recipient: email } })).toBe(1);
});

test("a second provider links without ending anything", async () => {
  const { email, id } = await insertUser({ password });
  await signIn(newIdentity(email));
  const claims = await signIn({ ...newIdentity(email), provider: "google" });
  expect(claims).toMatchObject({ id, sessionVersion: 2 });
});

test("the same new identity twice at the same moment makes one account", async () => {
  const identity = newIdentity();
  await Promise.allSettled([1, 2, 3].map(() => signIn(identity)));
  expect(await prisma().user.count({ where: { email: identity.verifiedEmail ?? "" } })).toBe(1);
});

test.each([
  [{ email: "Ada@Example.com", email_verified: true, name: " Ada " }, "ada@example.com"],
  [{ email: "ada@example.com", email_verified: "true" }, "ada@example.com"],
  [{ email: "ada@example.com", email_verified: false }, undefined],
  [{ email: "ada@example.com", email_verified: "false" }, undefined],
  [{ email: "ada@example.com", email_verified: 1 }, undefined],
  [{ email: "ada@example.com" }, undefined],
  [{ email: "not an address", email_verified: true }, undefined],
  [{ email_verified: true }, undefined],
  [undefined, undefined],
])("of the profile %j the verified address is %j", (profile, verifiedEmail) => {
  const account = { provider: "oidc", providerAccountId: "1", type: "oauth" } as const;
  expect(identityOf(account, profile as { email?: string }).verifiedEmail).toBe(verifiedEmail);
});

function signIn(identity: Identity) {
  return signInWithIdentity(identity, undefined);
}

function newIdentity(verifiedEmail: string | undefined = newAddress()): Identity {
  return { provider: "github", providerAccountId: randomUUID(), verifiedEmail, name: "Ada" };
}

import { expect, test } from "vitest";
import { findActiveKey } from "#lib/api-keys/find-active.ts";
import { signInWithPassword } from "#lib/auth/sign-in-with-password.ts";
import { prisma } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { bootstrap } from "#lib/users/bootstrap.ts";
import { insertMember, newAddress, nowhere } from "#test/support/people.ts";
import { insertTenant } from "#test/support/rows.ts";

const password = "correct horse battery";

test("makes a user who can sign in, their tenant, and a key with every scope", async () => {
  const email = newAddress();
  const made = await bootstrap({ email, password, tenantName: "Acme" });
  await signInWithPassword({ email, password, device: nowhere });
  const { id: userId } = await prisma().user.findUniqueOrThrow({ where: { email } });
  const tenantId = fromPublicId("tenant", made.tenantId);
  const member = await prisma().member.findFirstOrThrow({ where: { userId, tenantId: String(tenantId) } });
  expect(member.role).toBe("owner");
  expect(await findActiveKey(made.apiKey)).toMatchObject({
    tenantId,
    scopes: ["events:write", "read", "manage"],
  });
});

test("again, it finds the same user, tenant and application; the key is new and the former one ends in a day", async () => {
  const given = { email: newAddress(), password, tenantName: "Acme" };
  const first = await bootstrap(given);
  const second = await bootstrap(given);
  expect(second).toEqual({ ...first, apiKey: expect.stringMatching(/^phk_/) });
  expect(second.apiKey).not.toBe(first.apiKey);
  expect(await findActiveKey(first.apiKey)).toBeDefined();
  const tenantId = String(fromPublicId("tenant", first.tenantId));
  const keys = await prisma().apiKey.findMany({ where: { tenantId }, orderBy: { id: "asc" } });
  expect(keys.map(({ expiresAt }) => expiresAt?.getTime() ?? null)).toEqual([expect.any(Number), null]);
  expect(keys[0]?.expiresAt?.getTime()).toBeLessThanOrEqual(Date.now() + 86_400_000);
});

test("many at the same moment make one user and one tenant", async () => {
  const given = { email: newAddress(), password, tenantName: "Acme" };
  const made = await Promise.all([1, 2, 3, 4].map(() => bootstrap(given)));
  expect(new Set(made.map(({ tenantId }) => tenantId))).toHaveLength(1);
});

test("a wrong password for an existing user is said, and changes nothing", async () => {
  const given = { email: newAddress(), password, tenantName: "Acme" };
  const { tenantId } = await bootstrap(given);
  const again = bootstrap({ ...given, password: "another", tenantName: "Other" });
  await expect(again).rejects.toThrow(`${given.email} has an account already, and this is not its password.`);
  const id = String(fromPublicId("tenant", tenantId));
  expect(await prisma().apiKey.count({ where: { tenantId: id } })).toBe(1);
});

test("somebody else's tenant of the same name is left alone, and so is one where the user is no owner", async () => {
  const { tenantId } = await insertTenant();
  const viewer = await insertMember(tenantId, "viewer");
  await prisma().user.delete({ where: { id: viewer.id } });
  const made = await bootstrap({ email: viewer.email, password, tenantName: "Acme" });
  expect(fromPublicId("tenant", made.tenantId)).not.toBe(tenantId);
});

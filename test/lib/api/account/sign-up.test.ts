import { expect, test } from "vitest";
import { signUp } from "#lib/api/account/sign-up.ts";
import { sessionUser } from "#lib/auth/session-user.ts";
import { prisma } from "#lib/db.ts";
import { signUpSomebody, take } from "#test/support/account.ts";
import { newAddress } from "#test/support/people.ts";

test("signing up makes an account, its tenant with a default application, and a session", async () => {
  const email = newAddress();
  const answer = await take(signUp, newcomer({ email, tenantName: "Größe & Co" }));
  expect(answer).toMatchObject({ status: 200, body: { redirectTo: "/grosse-co" } });
  const headers = { cookie: answer.cookie };
  expect(await sessionUser(new Request("http://localhost:3000", { headers }))).toMatchObject({ email });
  const tenant = await prisma().tenant.findUniqueOrThrow({
    where: { slug: "grosse-co" },
    include: { members: { include: { user: true } }, applications: true },
  });
  expect(tenant.members).toMatchObject([{ role: "owner", user: { email } }]);
  expect(tenant.applications).toMatchObject([{ uid: "default", name: "Default", isDefault: true }]);
});

test("the session's cookie is out of reach of scripts and other sites", async () => {
  const { headers } = await take(signUp, newcomer());
  expect(headers.get("set-cookie")).toMatch(
    /^next-auth\.session-token=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
  );
});

test("an e-mail address has one account, however it is spelled, and the second try changes nothing", async () => {
  const first = await signUpSomebody();
  const again = await take(
    signUp,
    newcomer({ email: ` ${first.email.toUpperCase()} `, tenantName: "Second" }),
  );
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ code: "already_exists", errors: [{ path: "email" }] });
  expect(again.cookie).toBe("");
  expect(await prisma().tenant.count({ where: { name: "Second" } })).toBe(0);
});

test("the same sign-up twice at the same moment makes one account", async () => {
  const body = newcomer();
  const answers = await Promise.all([1, 2, 3].map(() => take(signUp, body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test("tenants of one name get addresses of their own", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => take(signUp, newcomer({ tenantName: "Same name" }))));
  const places = answers.map(({ body }) => body.redirectTo);
  expect(new Set(places)).toHaveLength(3);
  expect(places).toContain("/same-name");
});

test.each([
  [{ name: " " }, "name"],
  [{ email: "ada" }, "email"],
  [{ password: "short" }, "password"],
  [{ password: "1234567890" }, "password"],
  [{ password: "x".repeat(201) }, "password"],
  [{ tenantName: "" }, "tenantName"],
  [{ name: "A\u0000da" }, "name"],
  [{ role: "owner" }, "role"],
])("%j is refused at its field", async (change, path) => {
  const answer = await take(signUp, newcomer(change));
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toContainEqual({ path, message: expect.any(String) });
});

test("another site cannot sign anybody up", async () => {
  const body = newcomer();
  for (const origin of ["https://evil.example", "null"])
    expect(await take(signUp, body, { origin })).toMatchObject({
      status: 403,
      body: { code: "foreign_origin" },
    });
  expect(await take(signUp, body, { contentType: "text/plain" })).toMatchObject({ status: 415 });
});

function newcomer(change: Record<string, unknown> = {}) {
  const account = { name: "Ada", email: newAddress(), password: "correct horse battery", tenantName: "Acme" };
  return { ...account, ...change };
}

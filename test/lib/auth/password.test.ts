import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";

test("a password is kept as Argon2id with the parameters OWASP asks for", async () => {
  expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a password verifies against its own hash alone", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(await verifyPassword("correct horse battery", hash)).toBe(true);
  expect(await verifyPassword("correct horse batterz", hash)).toBe(false);
});

test("the same password hashes differently each time", async () => {
  expect(await hashPassword("correct horse battery")).not.toBe(await hashPassword("correct horse battery"));
});

test("a password typed in another Unicode form is the same password", async () => {
  const hash = await hashPassword("Gr\u00fc\u00dfe aus K\u00f6ln");
  expect(await verifyPassword("Gru\u0308\u00dfe aus Ko\u0308ln", hash)).toBe(true);
});

test("nobody's password is never right, not even the one the work is done with", async () => {
  expect(await verifyPassword("the password of nobody", undefined)).toBe(false);
});

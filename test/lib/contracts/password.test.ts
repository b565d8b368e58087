import { expect, test } from "vitest";
import { passwordFault, passwordStrength } from "#lib/contracts/password.ts";

test.each([
  "aaaaaaaaaa",
  "abababababab",
  "1234567890",
  "0987654321",
  "123456789012345",
  "qwertyuiop",
  "poiuytrewq",
  "abcdefghijk",
  "Password123!",
  "p-a-s-s-w-o-r-d-1",
  "welcome2026",
])("%s is one of the first to be tried", (password) => {
  expect(passwordFault(password)).toMatch(/\.$/);
  expect(passwordStrength(password)).toBe("weak");
});

test.each([
  ["hunter2hunter2", "fair"],
  ["blue kettle", "fair"],
  ["correct horse", "good"],
  ["correct horse battery staple", "strong"],
  ["kX9#pQ2!vLm7$z", "strong"],
  ["Grüße aus Köln am Rhein", "strong"],
  ["short", "weak"],
  ["", "weak"],
])("%j is %s", (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});

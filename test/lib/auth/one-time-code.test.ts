import { expect, test } from "vitest";
import { base32 } from "#lib/auth/base32.ts";
import { matchOneTimeCode, oneTimeCode, stepAt } from "#lib/auth/one-time-code.ts";

const secret = Buffer.from("12345678901234567890");

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %d s the code is the one of RFC 6238, appendix B", (seconds, code) => {
  expect(oneTimeCode(secret, stepAt(seconds * 1_000))).toBe(code);
});

test.each([
  ["755224", 0],
  ["287082", 1],
  ["520489", 9],
])("%s is the code of RFC 4226, appendix D, for counter %d", (code, counter) => {
  expect(oneTimeCode(secret, counter)).toBe(code);
});

test("a code is good half a minute early and late, and no longer", () => {
  const nowMs = 1_700_000_000_000;
  const step = stepAt(nowMs);
  for (const near of [step - 1, step, step + 1])
    expect(matchOneTimeCode(secret, oneTimeCode(secret, near), nowMs)).toBe(near);
  for (const far of [step - 2, step + 2])
    expect(matchOneTimeCode(secret, oneTimeCode(secret, far), nowMs)).toBeUndefined();
});

test.each(["", "12345", "1234567", "abcdef", "２８７０８２"])("%j is no code", (code) => {
  expect(matchOneTimeCode(secret, code, 59_000)).toBeUndefined();
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("%j in base 32 is that of RFC 4648 §10 without padding", (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

import { expect, test } from "vitest";
import { csvLine } from "#lib/csv.ts";

test("a line quotes every text, doubles quotes, and ends as RFC 4180 says", () => {
  expect(csvLine(["a", 'say "b"', "c,d\ne", "", null, 12.5, -3])).toBe(
    '"a","say ""b""","c,d\ne","",,12.5,-3\r\n',
  );
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1",
  "\u00a0=1",
  "\u200b=1",
  "\ufeff=1",
  "\u0000=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
])("%j is no formula", (text) => {
  expect(csvLine([text])).toBe(`"'${text}"\r\n`);
});

test.each(["a=b", "ada@example.com", "1-2", "'=1", "evt_01", '{"a":1}'])("%j stays as it is", (text) => {
  expect(csvLine([text])).toBe(`"${text.replaceAll('"', '""')}"\r\n`);
});

import fc from "fast-check";

/** Texts that break parsers, databases and consoles. */
export const hostileText = fc.constantFrom(
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00x",
  "\ufeff",
  "\u202e\u2066",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "0x10",
  "1e999",
  "-1",
  "99999999999999999999",
  "'; DROP TABLE events; --",
  "%",
  "%00",
  "%zz",
  "_%",
  "\\",
  "../../me",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "\r\nX-Injected: 1",
  "x".repeat(5_000),
  "💥".repeat(200),
);

/** Values of the wrong kind or size, as JSON text, so that what JavaScript cannot hold is among them. */
export const hostileJson = fc.oneof(
  hostileText.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    "null",
    "true",
    "0",
    "-0",
    "1.5",
    "1e999",
    "-1e999",
    "1e-999",
    "123456789012345678901234567890",
    "2147483648",
    "9007199254740993",
    "[]",
    "{}",
    "[null]",
    '[[[[["x"]]]]]',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '{"a":1,"a":2}',
    '{"":""}',
    '{"\\u0000":1}',
    '"\\ud800"',
    '"\\u0000"',
    `[${"1,".repeat(2_000)}1]`,
  ),
);

/** Whole bodies that are no JSON object, or hardly. */
export const hostileBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      "",
      " ",
      "\u0000",
      "{",
      "}",
      "[]",
      "null",
      '"x"',
      "1",
      "1e999",
      "NaN",
      "{'a':1}",
      '{"a":1,}',
      '{"a":1}{"b":2}',
      "{} // comment",
      "\ufeff{}",
      "[".repeat(100_000),
      '{"a":'.repeat(100_000),
      `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      `{"a":"${"\\u0000".repeat(1_000)}"}`,
      '{"__proto__":null}',
      '{"constructor":1,"hasOwnProperty":1,"toString":1,"then":1}',
    )
    .map((text) => Buffer.from(text)),
  fc.constantFrom(
    Buffer.from("{}", "utf16le"),
    Buffer.from([0x7b, 0xff, 0x7d]),
    Buffer.from([0x22, 0xc3, 0x28, 0x22]),
    Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
    Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
  ),
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
);

/** A JSON text with a few of its bytes replaced, dropped or doubled. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> {
  const wound = fc.tuple(fc.nat(), fc.constantFrom("replace", "drop", "double"), fc.nat(255));
  return fc.tuple(text, fc.array(wound, { minLength: 1, maxLength: 3 })).map(([whole, wounds]) =>
    wounds.reduce((bytes, [place, kind, byte]) => {
      const at = place % Math.max(1, bytes.length);
      const middle =
        kind === "replace"
          ? [byte]
          : kind === "drop"
            ? []
            : [...bytes.subarray(at, at + 1), ...bytes.subarray(at, at + 1)];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(middle), bytes.subarray(at + 1)]);
    }, Buffer.from(whole)),
  );
}

/** Headers that are no use, one or two at a time. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    "idempotency-key",
    "x-request-id",
    "posthorn-tenant",
    "accept",
    "accept-encoding",
    "x-forwarded-for",
    "range",
    "if-none-match",
    "expect-ct",
    "next-action",
    "rsc",
    "x-http-method-override",
  ),
  fc.constantFrom(
    "",
    " ",
    "x",
    "a, b",
    "\u00ff\u00fe",
    "x".repeat(256),
    "__proto__",
    "ten_00000000000000000000000000",
    "' OR 1=1 --",
    "bytes=0-1",
    "DELETE",
  ),
  { maxKeys: 2, noNullPrototype: true },
);

import fc from "fast-check";

const hourMs = 3_600_000;

/** Mostly good values for fields whose rules say more than a schema can. */
export const fieldsByName: Record<string, fc.Arbitrary<unknown>> = {
  // Addresses that need no look-up of a name: tests ask nobody outside.
  url: mostly(
    fc.nat(1_000).map((n) => `http://127.0.0.1:9/${n}`),
    "HTTP://127.1:9",
    " http://127.0.0.1:9/ ",
    "http://10.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:169.254.169.254]/",
    "https://user:password@127.0.0.1/",
    "http://127.0.0.1:22/",
    "http://127.0.0.1:99999/",
    "ftp://127.0.0.1/",
    "javascript:alert(1)",
    "//127.0.0.1/",
    "http://",
    "http://127.0.0.1:9/\u0000",
    "http://127.0.0.1:9/#fragment",
    "http://localhost/",
  ),
  secret: mostly(
    fc
      .uint8Array({ minLength: 24, maxLength: 64 })
      .map((key) => `whsec_${Buffer.from(key).toString("base64")}`),
    "whsec_",
    "whsec_c2hvcnQ=",
    `whsec_${"A".repeat(200)}`,
  ),
  headers: mostly(
    fc.dictionary(fc.stringMatching(/^X-[A-Za-z]{1,10}$/), fc.stringMatching(/^[ -~]{0,30}$/), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    { Host: "x" },
    { "Webhook-Id": "x" },
    { "a b": "x" },
    { X: "a\r\nb" },
    { X: "•" },
    { "X-A": "••••" },
  ),
  email: mostly(
    fc.nat(1_000_000).map((n) => `Guest.${n}+tag@EXAMPLE.org`),
    "@",
    "a@b",
    '"a b"@example.com',
    `${"a".repeat(300)}@example.com`,
  ),
  since: mostly(
    fc.integer({ min: 2, max: 23 }).map(hoursAgo),
    "9999-12-31T23:59:59.999Z",
    "1969-12-31T23:59:59Z",
  ),
  until: mostly(
    fc.integer({ min: 0, max: 1 }).map(hoursAgo),
    "0000-01-01T00:00:00Z",
    "2026-02-28T23:59:59+23:59",
  ),
};

function mostly(good: fc.Arbitrary<unknown>, ...bad: unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: fc.constantFrom(...bad) });
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * hourMs).toISOString();
}

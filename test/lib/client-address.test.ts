import { afterEach, expect, test } from "vitest";
import { clientAddress } from "#lib/client-address.ts";
import { env } from "#lib/env.ts";

const settings = env();

afterEach(() => {
  settings.trustProxy = 0;
});

test.each([
  [0, "203.0.113.5", "203.0.113.5"],
  [0, "1.1.1.1, 203.0.113.5", "203.0.113.5"],
  [1, "1.1.1.1, 203.0.113.5, 10.0.0.1", "203.0.113.5"],
  [2, "1.1.1.1, 203.0.113.5, 10.0.0.2, 10.0.0.1", "203.0.113.5"],
  [1, "10.0.0.1", "10.0.0.1"],
  [0, "2001:db8::1", "2001:db8::1"],
  [0, "::ffff:127.0.0.1", "::ffff:127.0.0.1"],
  [0, "nonsense", undefined],
  [0, "", undefined],
])("with %d trusted proxies %j came from %s", (trustProxy, forwarded, address) => {
  settings.trustProxy = trustProxy;
  expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(address);
});

test("a request that nobody forwarded came from nobody knows where", () => {
  expect(clientAddress(new Headers())).toBeUndefined();
});

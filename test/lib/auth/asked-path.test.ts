import { expect, test } from "vitest";
import { askedPath } from "#lib/auth/asked-path.ts";

test.each([
  ["/acme", "/acme"],
  ["/acme?tab=1&q=a%20b", "/acme?tab=1&q=a%20b"],
  ["/acme?_rsc=x1", "/acme"],
  ["/acme?_rsc=x1&tab=1", "/acme?tab=1"],
  ["/acme?tab=1&_rsc=x1", "/acme?tab=1"],
  ["http://evil.example/", undefined],
  ["", undefined],
])("%j was asked for as %j", (requested, asked) => {
  expect(askedPath(requested)).toBe(asked);
});

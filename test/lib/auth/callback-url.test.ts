import { expect, test } from "vitest";
import { callbackPath } from "#lib/auth/callback-url.ts";

test.each([
  ["/acme/endpoints?tab=1#top", "/acme/endpoints?tab=1#top"],
  ["http://localhost:3000/acme", "/acme"],
  ["acme", "/acme"],
])("%s is a place of ours", (given, path) => {
  expect(callbackPath(given)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "http://localhost:3001/",
  "https://localhost:3000/",
  "http://localhost:3000@evil.example/",
  "javascript:alert(1)",
  "data:text/html,hi",
  "http://",
  "",
  undefined,
])("%j leads home instead", (given) => {
  expect(callbackPath(given)).toBe("/");
});

test("a path that folds to another host stays on ours", () => {
  expect(callbackPath("/a/..//evil.example")).toBe("/evil.example");
});

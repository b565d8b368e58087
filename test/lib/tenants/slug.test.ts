import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { reservedSlugs, slugOf, withRandomEnding } from "#lib/tenants/slug.ts";

test.each([
  ["Acme", "acme"],
  ["Acme & Söhne GmbH", "acme-sohne-gmbh"],
  ["Größe", "grosse"],
  ["Łódź Ærø", "lodz-aero"],
  ["  --  ", "tenant"],
  ["株式会社", "tenant"],
  ["🚀 Rockets", "rockets"],
  ["API", "api-tenant"],
  ["Sign in", "sign-in-tenant"],
  ["x".repeat(99), "x".repeat(40)],
  [`${"x".repeat(39)} y`, "x".repeat(39)],
])("%j lives at %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("a random ending keeps the name readable", () => {
  expect(withRandomEnding("acme")).toMatch(/^acme-[a-z2-9]{4}$/);
});

test("no tenant can take the address of a page of ours", async () => {
  const groups = ["app", "app/(auth)", "app/(dashboard)"];
  const folders = (await Promise.all(groups.map(foldersIn))).flat();
  const pages = folders.filter((name) => !/^[([]/.test(name));
  expect(pages).toContain("sign-in");
  expect(pages.filter((page) => page !== "styles" && !reservedSlugs.has(page))).toEqual([]);
});

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

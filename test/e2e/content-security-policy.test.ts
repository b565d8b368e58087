import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startNext, startWeb, type Web } from "#test/support/app-server.ts";
import { openBrowser, openVisit } from "#test/support/browser.ts";

let mounts: Record<"server.ts" | "next start", Web>;
let browser: Browser;

beforeAll(async () => {
  mounts = { "server.ts": await startWeb(), "next start": await startNext() };
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all(Object.values(mounts).map(({ process }) => process.stop()));
});

describe.each(["server.ts", "next start"] as const)("the pages by %s", (mount) => {
  const get = (path: string, headers = {}) =>
    fetch(mounts[mount].url + path, { headers, redirect: "manual" });

  test.each(["/sign-in", "/docs/verify", "/docs/api", "/no/such/page"])(
    "%s runs scripts of this very answer alone",
    async (path) => {
      const [first, second] = [await get(path), await get(path)];
      const nonce = nonceOf(first);
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(nonceOf(second)).not.toBe(nonce);
      const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(3);
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    },
  );

  test("no script comes inline or from a text, and nobody frames a page", async () => {
    const policy = policyOf(await get("/sign-in"));
    expect(policy["script-src"]).not.toMatch(/unsafe-|https?:|\*/);
    expect(policy["style-src"]).not.toMatch(/unsafe-|https?:|\*/);
    expect(policy).toMatchObject({
      "default-src": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    });
  });

  test("a client cannot choose the nonce, nor the address a page believes to have", async () => {
    const headers = {
      "content-security-policy": "script-src 'nonce-mine'",
      "x-posthorn-nonce": "mine",
      "x-posthorn-path": "/elsewhere",
    };
    expect(await (await get("/sign-in", headers)).text()).not.toContain('nonce="mine"');
    expect((await get("/acme?tab=1", headers)).headers.get("location")).toContain("%2Facme%3Ftab%3D1");
  });

  test.each(["/sign-in", "/api/auth/csrf", "/icon.svg"])("%s says how it may be used", async (path) => {
    expect(Object.fromEntries((await get(path)).headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
  });

  test("files of the build are kept for a year, pages are not kept", async () => {
    const page = await get("/sign-in");
    expect(page.headers.get("cache-control")).toContain("no-store");
    const [file = ""] = (await page.text()).match(/\/_next\/static\/[^"]+\.css/) ?? [];
    expect((await get(file)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
});

test("a script that somebody smuggled into a page does not run", async () => {
  await using visit = await openVisit(browser, mounts["server.ts"].url);
  visit.allow(/Content Security Policy/);
  await visit.page.route("**/sign-in", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", `${smuggled}</body>`);
    await route.fulfill({ response, body });
  });
  // React never takes over what was smuggled in.
  await visit.page.goto("/sign-in", { waitUntil: "load" });
  await visit.page.getByRole("button", { name: "Show password" }).click();
  await visit.page.locator("#smuggled").click();
  expect(await visit.page.evaluate(() => Object.keys(window).filter((name) => /^ran/.test(name)))).toEqual(
    [],
  );
  expect(new URL(visit.page.url()).pathname).toBe("/sign-in");
});

const smuggled = `
  <base href="https://evil.example/">
  <script>window.ranInline = 1</script>
  <script src="data:text/javascript,window.ranFromData=1"></script>
  <img src="/none.png" onerror="window.ranByEvent = 1">
  <a id="smuggled" href="javascript:window.ranByLink=1">here</a>`;

function policyOf(response: Response): Record<string, string> {
  const directives = (response.headers.get("content-security-policy") ?? "").split("; ");
  return Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/)));
}

function nonceOf(response: Response): string | undefined {
  return /'nonce-([^']+)'/.exec(policyOf(response)["script-src"] ?? "")?.[1];
}

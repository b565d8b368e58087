import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, screenshot } from "#test/support/browser.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { mended, ownerOf, receivingTenant } from "#test/support/receiving-tenant.ts";

let app: App;
let browser: Browser;
let receiver: Receiver;
/** What is looked at, by the name of its screenshot. */
let places: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
  receiver = await createReceiver();
  const tenant = await receivingTenant(app, {
    name: "looks",
    url: receiver.url,
    headers: { "x-token": "s3cret" },
  });
  const { id, attempts } = await mended(tenant, receiver);
  const sheet = `/looks/deliveries?delivery=${id}`;
  places = {
    "sheet-request": `${sheet}&part=request`,
    "sheet-response": `${sheet}&attempt=${attempts[0]?.id}`,
    "sheet-signature": `${sheet}&part=signature`,
    "sheet-compare": `${sheet}&compare=previous`,
    "delivery-request": `/looks/deliveries/${id}?part=request`,
    "delivery-response": `/looks/deliveries/${id}`,
    "delivery-signature": `/looks/deliveries/${id}?part=signature`,
    "endpoint-test-editor": await testTabOf(tenant),
  };
});

afterAll(async () => {
  await browser.close();
  await receiver.close();
  await app.stop();
});

async function testTabOf({ producer }: Awaited<ReturnType<typeof receivingTenant>>): Promise<string> {
  const { body } = await producer.call<{ data: { id: string }[] }>("GET", "/endpoints");
  return `/looks/endpoints/${body.data[0]?.id}/test`;
}

/** Resolves when the page shows what it came for. */
async function settled(page: Page, name: string): Promise<void> {
  if (name === "endpoint-test-editor") await page.locator(".cm-content").waitFor();
  else if (name === "sheet-compare") await page.getByRole("dialog").getByRole("table").waitFor();
  else await page.getByRole("tab", { name: "Request" }).evaluate((tab) => tab.scrollIntoView());
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .animate-shimmer') === null);
}

test.each(chosenLooks)(
  "every tab of an attempt, the comparison and the editor have no serious accessibility finding and nothing sticking out, %s",
  { timeout: 240_000 },
  async (look, options) => {
    await using visit = await ownerOf("looks", { browser, url: app.url }, options);
    const { page } = visit;
    const findings: string[] = [];
    for (const [name, path] of Object.entries(places)) {
      await page.goto(path);
      await settled(page, name);
      await screenshot(page, `${name}-${look}`);
      const overflow = await sidewaysOverflow(page);
      if (overflow > 0) findings.push(`${name}: ${overflow} px sideways`);
      findings.push(...(await seriousFindings(page)).map((finding) => `${name}: ${finding}`));
    }
    expect(findings).toEqual([]);
  },
);

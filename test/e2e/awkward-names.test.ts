import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { type AwkwardTenant, createAwkwardTenant } from "#test/support/awkward-tenant.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { settled } from "#test/support/demo.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { carryCookie, cookieOf } from "#test/support/people.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";

let app: App;
let browser: Browser;
let receiver: Receiver;
let tenant: AwkwardTenant;

beforeAll(async () => {
  receiver = await createReceiver(() => ({ status: 500, body: "מחוץ לשירות ".repeat(400) }));
  app = await startApp();
  tenant = await createAwkwardTenant(receiver.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await receiver.close();
  await closeDatabases();
});

describe.each(chosenLooks)("names without end, space or direction, %s", (look, options) => {
  test("break no page", { timeout: 300_000 }, async () => {
    await using visit = await openVisit(browser, app.url, options);
    await carryCookie(visit.page, app.url, await cookieOf(tenant.cookieOwner));
    const findings: string[] = [];
    for (const [name, path] of Object.entries(tenant.paths)) {
      const found = await audit(visit.page, path, `awkward-${name}-${look}`);
      findings.push(...found.map((finding) => `${name}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });
});

async function audit(page: Page, path: string, picture: string): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  await screenshot(page, picture);
  const overflow = await sidewaysOverflow(page);
  const findings = await seriousFindings(page);
  return overflow > 0 ? [`${overflow} px sideways`, ...findings] : findings;
}

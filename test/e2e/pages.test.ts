import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { seedDemo } from "#prisma/seed/seed-demo.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";

const password = "correct horse battery";

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 360, height: 740 }, hasTouch: true },
  "phone-dark": { colorScheme: "dark", viewport: { width: 360, height: 740 }, hasTouch: true },
};

let app: App;
let browser: Browser;
let paths: Record<string, string>;

beforeAll(async () => {
  const { slug, tenantId } = await seedDemo({ events: 4_000, password, now: new Date() });
  paths = await pagesOf(slug, tenantId);
  app = await startApp();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await closeDatabases();
});

/** Every page of the dashboard by the name of its screenshot. */
async function pagesOf(slug: string, tenantId: string): Promise<Record<string, string>> {
  const endpoint = await prisma().endpoint.findFirstOrThrow({
    where: { tenantId, state: "enabled" },
    orderBy: { id: "asc" },
  });
  const application = await prisma().application.findFirstOrThrow({ where: { tenantId, isDefault: false } });
  const replay = await prisma().replay.findFirstOrThrow({ where: { tenantId }, orderBy: { id: "desc" } });
  const failed = await newest(tenantId, "status = 'failed'");
  const retrying = await newest(tenantId, "status = 'retrying'");
  const endpointPath = `/${slug}/endpoints/${toPublicId("endpoint", endpoint.id)}`;
  const applicationPath = `/${slug}/applications/${toPublicId("application", application.id)}`;
  return {
    overview: `/${slug}`,
    "overview-30d": `/${slug}?range=30d`,
    endpoints: `/${slug}/endpoints`,
    "endpoint-new": `/${slug}/endpoints/new`,
    endpoint: endpointPath,
    "endpoint-deliveries": `${endpointPath}/deliveries`,
    "endpoint-test": `${endpointPath}/test`,
    "endpoint-settings": `${endpointPath}/settings`,
    events: `/${slug}/events`,
    event: `/${slug}/events/${toPublicId("event", failed.eventId)}`,
    deliveries: `/${slug}/deliveries`,
    "deliveries-no-match": `/${slug}/deliveries?q=nothing:here`,
    "delivery-failed": `/${slug}/deliveries/${toPublicId("delivery", failed.id)}`,
    "delivery-retrying": `/${slug}/deliveries/${toPublicId("delivery", retrying.id)}`,
    replays: `/${slug}/replays`,
    replay: `/${slug}/replays/${toPublicId("replay", replay.id)}`,
    "event-types": `/${slug}/event-types`,
    "event-type": `/${slug}/event-types/invoice.paid`,
    applications: `/${slug}/applications`,
    application: applicationPath,
    playground: `/${slug}/playground`,
    "api-keys": `/${slug}/developers`,
    quickstart: `/${slug}/developers/quickstart`,
    "settings-general": `/${slug}/settings`,
    "settings-members": `/${slug}/settings/members`,
    "settings-notifications": `/${slug}/settings/notifications`,
    "settings-audit-log": `/${slug}/settings/audit-log`,
    "settings-mailbox": `/${slug}/settings/mailbox`,
    account: "/account",
    "not-found": `/${slug}/nothing-here`,
    docs: "/docs",
    "docs-logs": "/docs/logs",
    "docs-replays": "/docs/replays",
    "docs-test-inbox": "/docs/test-inbox",
    "docs-alerts": "/docs/alerts",
    "docs-accounts": "/docs/accounts",
    "docs-api": "/docs/api",
  };
}

async function newest(tenantId: string, condition: string): Promise<{ id: string; eventId: string }> {
  const { rows } = await pool().query<{ id: string; eventId: string }>(
    `SELECT id, event_id AS "eventId" FROM deliveries WHERE tenant_id = $1 AND ${condition} ORDER BY id DESC LIMIT 1`,
    [tenantId],
  );
  if (!rows[0]) throw new Error(`the seed has no delivery with ${condition}`);
  return rows[0];
}

/** Resolves when a page shows what it came for: its heading, and no skeleton any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .animate-shimmer') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function audit(page: Page, { name, path }: { name: string; path: string }): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  await screenshot(page, name);
  const overflow = await sidewaysOverflow(page);
  const findings = await seriousFindings(page);
  return [...(overflow > 0 ? [`${overflow} px sideways`] : []), ...findings].map(
    (finding) => `${name}: ${finding}`,
  );
}

describe.each(Object.entries(looks))("every page, %s", (look, options) => {
  test("has no serious accessibility finding, nothing sticking out and no console error", {
    timeout: 300_000,
  }, async () => {
    await using visit = await openVisit(browser, app.url, options);
    visit.allow(/404/);
    const outside = await auditAll(visit.page, look, { "sign-in": "/sign-in", "sign-up": "/sign-up" });
    await visit.page.request.post("/api/auth/sign-in", {
      data: { email: "demo@posthorn.local", password },
      headers: { origin: app.url },
    });
    expect([...outside, ...(await auditAll(visit.page, look, paths))]).toEqual([]);
  });
});

async function auditAll(page: Page, look: string, pages: Record<string, string>): Promise<string[]> {
  const findings: string[] = [];
  for (const [name, path] of Object.entries(pages))
    findings.push(...(await audit(page, { name: `${name}-${look}`, path })));
  return findings;
}

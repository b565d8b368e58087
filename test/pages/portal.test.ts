import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalPermission, portalPermissions } from "#lib/contracts/portal.ts";
import { updatePortalSettings } from "#lib/portal/update-settings.ts";
import { AppScene } from "#test/support/app-scene.ts";
import { screenshot } from "#test/support/browser.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { signUp } from "#test/support/person.ts";
import { portalLink } from "#test/support/portal.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let scene: AppScene;
let tenant: TestTenant;

beforeAll(async () => {
  scene = await AppScene.open();
  tenant = await createTenantForTest();
  await tenant.request("POST", "/applications", { name: "Globex", uid: "globex" });
  await tenant.request("POST", "/applications", { name: "Initech", uid: "initech" });
  await tenant.request("POST", "/event-types", { name: "invoice.paid", description: "An invoice was paid" });
  await tenant.request("POST", "/endpoints", { url: scene.receiver.url, application: "globex" });
  await tenant.request("POST", "/endpoints", {
    url: "https://initech.example/hooks",
    application: "initech",
  });
});

afterAll(() => scene.close());

/** A fresh link to Globex's portal on the running app. */
async function linkFor(permissions: readonly PortalPermission[]): Promise<string> {
  const { token } = await portalLink(tenant, { application: "globex", permissions: [...permissions] });
  return `${scene.url}/portal/${tenant.slug}#${token}`;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

test("somebody opens a link once, tests an endpoint of theirs, sees the delivery, and nothing of another application", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  const link = await linkFor(portalPermissions);
  await page.goto(link);
  await heading(page, "Endpoints").waitFor();
  expect(page.url()).toBe(`${scene.url}/portal/${tenant.slug}/endpoints`);
  const row = page.getByRole("row").filter({ hasText: new URL(scene.receiver.url).host });
  await row.waitFor();
  expect(await page.getByText("initech").count()).toBe(0);
  expect(await page.context().cookies()).toEqual([]);

  await row.getByRole("link").first().click();
  await page
    .getByRole("navigation", { name: "Endpoint", exact: true })
    .getByRole("link", { name: "Test" })
    .click();
  await page.getByRole("button", { name: /Send test/ }).click();
  await page.getByText("Delivered").first().waitFor();
  await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Events" }).click();
  await heading(page, "Events").waitFor();
  await page.reload();
  await heading(page, "Events").waitFor();
  await page.getByRole("row").nth(1).waitFor();

  await using second = await scene.outsider();
  second.allow(/401/);
  await second.page.goto(link);
  await heading(second.page, "This portal link is over").waitFor();
});

test("a link that allows only viewing shows what it does not allow, and a revoked session ends at the next step", async () => {
  await using visit = await scene.outsider();
  visit.allow(/401/);
  const { page } = visit;
  await page.goto(await linkFor([]));
  await heading(page, "Endpoints").waitFor();
  const create = page.getByRole("button", { name: "New endpoint" });
  await create.waitFor();
  expect(await create.getAttribute("aria-disabled")).toBe("true");
  await (await tenant.withRole("owner"))("POST", "/applications/globex/portal-sessions/revoke");
  await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Deliveries" }).click();
  await heading(page, "This portal link is over").waitFor();
});

test("only the sites that the tenant names show the portal in a frame, and it works there without cookies", async () => {
  const { server, origin } = await serveHost();
  await using visit = await scene.outsider({ baseURL: origin });
  visit.allow(/frame-ancestors|Framing|chrome-error/);
  const { page } = visit;
  const frameHeading = () =>
    page.frameLocator("iframe").getByRole("heading", { level: 1, name: "Endpoints" });
  await showFrame(page, origin, await linkFor(portalPermissions));
  await expect.poll(() => page.frames().at(1)?.url()).toContain("chrome-error");

  await updatePortalSettings(tenant.ctx, { origins: [origin], name: "Acme Cloud", accentColor: "#ffe800" });
  await showFrame(page, origin, await linkFor(portalPermissions));
  await frameHeading().waitFor();
  await page.frameLocator("iframe").getByText("Acme Cloud").waitFor();
  server.close();
  for (const path of ["/sign-in", "/docs", `/${tenant.slug}`]) {
    const { headers } = await fetch(scene.url + path, { redirect: "manual" });
    expect(headers.get("content-security-policy") ?? "frame-ancestors 'none'").toContain(
      "frame-ancestors 'none'",
    );
  }
});

test("the pages of the portal read well in both themes and on a phone, also in a pale accent", async () => {
  await updatePortalSettings(tenant.ctx, { name: "Acme Cloud", accentColor: "#ffe800" });
  for (const [look, options] of Object.entries(looks)) {
    await using visit = await scene.outsider(options);
    const { page } = visit;
    await page.goto(await linkFor(portalPermissions));
    for (const place of ["Endpoints", "Deliveries", "Events", "Event types", "Replays"]) {
      await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: place }).click();
      await heading(page, place).waitFor();
      expect([look, place, await sidewaysOverflow(page)]).toEqual([look, place, 0]);
      expect(await seriousFindings(page)).toEqual([]);
      await screenshot(page, `portal-${place.toLowerCase().replace(" ", "-")}-${look}`);
    }
  }
});

test("an owner sets how the portal looks, creates a link, and revokes it", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  const path = await signUp(page, { name: "Ada", email: "ada@portal.example", tenant: "portal owners" });
  await page.goto(`${path}/settings/portal`);
  await page.getByLabel("Name in the portal").fill("Owners Cloud");
  await page.getByLabel("Accent colour").fill("#2255cc");
  await page.getByRole("button", { name: "Save looks" }).click();
  await page.getByText("Saved").first().waitFor();
  await page.getByLabel("Origins").fill("https://app.example.com/with/path");
  await page.getByRole("button", { name: "Save origins" }).click();
  await page.getByText(/without a path/).waitFor();
  visit.allow(/422/);
  await screenshot(page, "settings-portal-light");

  await page.goto(`${path}/applications/default/portal`);
  await page.getByRole("button", { name: "Create portal link" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Session lasts").waitFor();
  await dialog.getByText("Reveal secrets").click();
  await screenshot(page, "application-portal-new-light");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const link = await dialog.getByText(/#phl_/).innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByText("Not opened").waitFor();

  await using holder = await scene.outsider();
  await holder.page.goto(link);
  await holder.page.getByText("Owners Cloud").waitFor();
  await page.reload();
  await page.getByRole("cell", { name: "Open", exact: true }).waitFor();
  await screenshot(page, "application-portal-light");
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await page.getByRole("button", { name: "Revoke link" }).click();
  await page.getByRole("cell", { name: "Revoked" }).waitFor();
});

test("what the documentation says of it, and of signatures, fits a phone", async () => {
  await using visit = await scene.outsider(looks.phone);
  for (const path of ["/docs/portal", "/docs/verify"]) {
    await visit.page.goto(path);
    await visit.page.getByRole("heading", { level: 1 }).waitFor();
    expect([path, await sidewaysOverflow(visit.page)]).toEqual([path, 0]);
    expect(await seriousFindings(visit.page)).toEqual([]);
    await screenshot(visit.page, `${path.slice(1).replace("/", "-")}-phone`);
  }
});

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  phone: { colorScheme: "light", viewport: { width: 360, height: 740 }, hasTouch: true },
} as const;

/** Another site, with an empty page. */
async function serveHost(): Promise<{ server: Server; origin: string }> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Host</title><body></body>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function showFrame(page: Page, origin: string, src: string): Promise<void> {
  await page.goto(origin);
  await page.evaluate((url) => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: url, width: "900", height: "600" });
    document.body.append(frame);
  }, src);
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { looks } from "#test/support/looks.ts";
import { smallTargets } from "#test/support/page-manners.ts";
import { buttonOf, rowsOf } from "#test/support/page-parts.ts";
import { postEvent, SmallScene } from "#test/support/small-scene.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

describe("a signing secret", () => {
  test("stands in no page and no address until it is revealed, and is hidden again after 30 s", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.clock.install();
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    await page.getByText("whsec_••••").waitFor();
    const { body } = await tenant.producer.call("GET", `/endpoints/${tenant.endpoint}/secret`);
    const secret = String(body.secret);
    expect(secret).toMatch(/^whsec_/);
    expect(await page.content()).not.toContain(secret);
    await buttonOf(page, "Reveal").click();
    await page.getByText(secret).waitFor();
    await page.clock.runFor(30_001);
    await page.getByText("whsec_••••").waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(addresses.join()).not.toContain(secret);
  });

  test("is for the roles that may read it; others see which", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant, { role: "viewer" });
    const { page } = opened;
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    const reveal = buttonOf(page, "Reveal");
    expect(await reveal.getAttribute("aria-disabled")).toBe("true");
    await reveal.hover();
    await page
      .getByText(/^Needs the \w+ role; yours is viewer$/)
      .first()
      .waitFor();
  });
});

describe("on a phone", () => {
  test("the menu is a drawer, and a sheet takes the whole window; a finger finds all of both", async () => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await using opened = await scene.visit(tenant, looks.phone);
    const { page } = opened;
    await page.goto(`/${tenant.slug}`);
    await buttonOf(page, "Open menu").click();
    const menu = page.getByRole("dialog", { name: "Menu" });
    await menu.waitFor();
    expect(await smallTargets(page)).toEqual([]);
    await menu.getByRole("link", { name: "Deliveries" }).click();
    await menu.waitFor({ state: "detached" });
    await rowsOf(page).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();
    await expect.poll(() => sheet.boundingBox()).toEqual({ x: 0, y: 0, ...looks.phone.viewport });
    expect(await smallTargets(page)).toEqual([]);
  });
});

test("figures stand below each other", async () => {
  const tenant = await scene.openTenant();
  await postEvent(tenant);
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  const cell = page.getByRole("cell", { name: /^\d+ ms$/ }).first();
  const style = await cell.evaluate((element) => {
    const { fontVariantNumeric, textAlign } = getComputedStyle(element);
    return { fontVariantNumeric, textAlign };
  });
  expect(style).toEqual({ fontVariantNumeric: "tabular-nums", textAlign: "right" });
});

test("a chart of nothing says so", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}`);
  await page.getByText("Nothing was sent in this window").first().waitFor();
});

test("a deleted endpoint keeps its name where it is spoken of", async () => {
  const tenant = await scene.openTenant();
  await postEvent(tenant);
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  await page.getByText("Delivered", { exact: true }).first().waitFor();
  await tenant.producer.call("DELETE", `/endpoints/${tenant.endpoint}`);
  await page.reload();
  const url = scene.receiver.url.replace("http://", "");
  await page
    .getByRole("row")
    .filter({ hasText: `${url}/up` })
    .waitFor();
  await rowsOf(page).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(`${scene.receiver.url}/up`).waitFor();
  await sheet.getByText("Deleted", { exact: true }).waitFor();
  await page.goto(`/${tenant.slug}/settings/audit-log`);
  await page
    .getByRole("row")
    .filter({ hasText: `${scene.receiver.url}/up` })
    .first()
    .waitFor();
});

test("a page that a role may not read says which role does", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant, { role: "viewer" });
  const { page, allow } = opened;
  allow(/403/);
  await page.goto(`/${tenant.slug}/settings/audit-log`);
  await page.getByText(/It takes the \w+ role; yours in Acme is viewer/).waitFor();
});

test("leaving the document with something typed asks first", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
  await page.getByRole("textbox", { name: "Description (optional)" }).fill("Billing");
  const asked = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await reloaded;
});

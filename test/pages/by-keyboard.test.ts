import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasFocus, tabTo } from "#test/support/keyboard.ts";
import { looks } from "#test/support/looks.ts";
import { smallTargets } from "#test/support/page-manners.ts";
import { buttonOf, rowsOf } from "#test/support/page-parts.ts";
import { settled } from "#test/support/settled.ts";
import { postEvent, SmallScene, type SmallTenant } from "#test/support/small-scene.ts";
import { waitFor } from "#test/support/wait-for.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

const linkOf = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

test("with the keyboard alone an endpoint is created, tested, and sent to again, and the focus is seen at every stop", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}`);
  await settled(page);
  await walkTo(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Endpoints" }));
  await page.waitForURL("**/endpoints");
  await settled(page);
  await walkTo(page.getByRole("main").getByRole("link", { name: "New endpoint" }));
  await tabTo(page.getByRole("textbox", { name: "URL" }));
  await page.keyboard.type(`${scene.receiver.url}/typed`);
  await walkTo(buttonOf(page, "Create endpoint"));
  await page.getByRole("heading", { name: "Endpoint created" }).waitFor();
  await walkTo(buttonOf(page, "Send test event"));
  await page.getByText("Delivered", { exact: true }).waitFor();
  await walkTo(linkOf(page, "Open delivery"));
  await page.waitForURL(/\/deliveries\/dlv_/);
  const resend = buttonOf(page, "Resend");
  await walkTo(resend);
  const question = page.getByRole("alertdialog", { name: "Send it again?" });
  await walkTo(question.getByRole("button", { name: "Send again" }));
  await question.waitFor({ state: "detached" });
  await waitFor("the focus to come back", () => hasFocus(resend));
  const received = () => scene.receiver.requests.filter(({ path }) => path.endsWith("/typed"));
  await waitFor("the second request", () => received().length === 2);
});

async function walkTo(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("Enter");
}

/** Something that opens above a page: the control that has the focus, the key that opens it, and what opens. */
type Opening = {
  on: string;
  by: (page: Page) => Locator;
  key?: string;
  opens: "dialog" | "alertdialog" | "menu";
  /** The item to choose from a menu, which opens it. */
  item?: string;
};

const endpoint = ({ endpoint: id }: SmallTenant) => `/endpoints/${id}/settings`;

const openings: Record<string, (tenant: SmallTenant) => Opening> = {
  "a dialog": () => ({
    on: "/applications",
    by: (page) => buttonOf(page, "New application"),
    opens: "dialog",
  }),
  "a question": (tenant) => ({
    on: endpoint(tenant),
    by: (page) => buttonOf(page, "Delete endpoint"),
    opens: "alertdialog",
  }),
  "a sheet": () => ({ on: "/deliveries", by: (page) => rowsOf(page).first(), opens: "dialog" }),
  "a filter": () => ({ on: "/deliveries", by: (page) => buttonOf(page, "Status"), opens: "dialog" }),
  "a menu": () => ({ on: "", by: (page) => buttonOf(page, "Your account"), opens: "menu" }),
  "a dialog that a menu opened": () => ({
    on: "/developers",
    by: (page) => page.getByRole("button", { name: /^Actions for/ }).first(),
    opens: "dialog",
    item: "Rename",
  }),
  "the search, pressed": () => ({
    on: "",
    by: (page) => page.getByRole("button", { name: /^Search or paste an id/ }),
    opens: "dialog",
  }),
  "the search, from elsewhere": () => ({
    on: "/endpoints",
    by: (page) => page.getByRole("main").getByRole("link", { name: "New endpoint" }),
    key: "Control+k",
    opens: "dialog",
  }),
};

describe("what opens", () => {
  test.each(Object.entries(openings))("gives the focus back to what opened it: %s", async (_name, of) => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    const { on, by, key = "Enter", opens, item } = of(tenant);
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}${on}`);
    await settled(page);
    await by(page).focus();
    await page.keyboard.press(key);
    if (item) {
      await page.getByRole("menuitem", { name: item }).focus();
      await page.keyboard.press("Enter");
    }
    const popup = page.getByRole(opens);
    await popup.waitFor();
    const isInside = () => popup.evaluate((element) => element.contains(document.activeElement));
    await waitFor("the focus to go there", isInside);
    await page.keyboard.press("Escape");
    await popup.waitFor({ state: "detached" });
    await waitFor("the focus to come back", () => hasFocus(by(page)));
  });

  test("of itself, to keep what was typed, gives it back to the link that was followed", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}${endpoint(tenant)}`);
    await page.getByRole("textbox", { name: "Description (optional)" }).fill("Billing");
    await linkOf(page, "Test").focus();
    await page.keyboard.press("Enter");
    const question = page.getByRole("alertdialog");
    await question.waitFor();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    await waitFor("the focus to come back", () => hasFocus(linkOf(page, "Test")));
  });

  test("has no control that is too small for a finger on a phone", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant, looks.phone);
    const { page } = opened;
    const found: string[] = [];
    for (const [path, name, role] of [
      ["/applications", "New application", "dialog"],
      [endpoint(tenant), "Rotate", "dialog"],
      [endpoint(tenant), "Delete endpoint", "alertdialog"],
      ["/developers", "Create API key", "dialog"],
      ["/settings/members", "Invite member", "dialog"],
    ] as const) {
      await page.goto(`/${tenant.slug}${path}`);
      await settled(page);
      await buttonOf(page, name).click();
      await page.getByRole(role).waitFor();
      found.push(...(await smallTargets(page)).map((target) => `${name}: ${target}`));
    }
    expect(found).toEqual([]);
  });
});

describe("whoever wants less motion", () => {
  test("sees nothing move, neither in a toast nor in a tooltip nor in a list to choose from", async () => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}`);
    await settled(page);
    await buttonOf(page, "Pause").click();
    await page.getByText("Paused: deliveries wait").waitFor();
    expect(await moving(page)).toEqual([]);
    await buttonOf(page, "Fold sidebar").hover();
    await page.getByText("Fold sidebar", { exact: true }).last().waitFor();
    expect(await moving(page)).toEqual([]);
    await page.goto(`/${tenant.slug}/playground`);
    await settled(page);
    await page.getByRole("combobox").first().click();
    await page.getByRole("listbox").waitFor();
    expect(await moving(page)).toEqual([]);
  });

  test("differs from everybody else", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant, { reducedMotion: "no-preference" });
    const { page } = opened;
    await page.goto(`/${tenant.slug}/applications`);
    await settled(page);
    await buttonOf(page, "New application").click();
    await page.getByRole("dialog").waitFor();
    expect(await moving(page)).not.toEqual([]);
  });
});

/** What takes longer than a millisecond to become another, or moves by itself. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const takesTime = ({ transitionDuration, animationDuration, animationName }: CSSStyleDeclaration) =>
      [
        ...transitionDuration.split(", "),
        ...(animationName === "none" ? [] : animationDuration.split(", ")),
      ].some((duration) => Number.parseFloat(duration) > 0.001);
    return [...document.querySelectorAll("body *")]
      .filter((element) =>
        [null, "::before", "::after"].some((part) => takesTime(getComputedStyle(element, part))),
      )
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

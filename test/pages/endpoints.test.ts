import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppScene, type SignedUp } from "#test/support/app-scene.ts";
import { buttonOf, openPalette } from "#test/support/page-parts.ts";
import { createEndpoint } from "#test/support/person.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open();
});

afterAll(() => scene.close());

/** An endpoint at the receiver, with its settings open. */
async function openSettings({ page, path }: SignedUp, name: string): Promise<string> {
  await createEndpoint(page, path, `${scene.receiver.url}/${name}`);
  await page.getByRole("link", { name: "Go to the endpoint" }).click();
  await page.waitForURL(/\/endpoints\/ep_\w+$/);
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/settings`);
  await page.getByRole("button", { name: "Reveal" }).waitFor();
  return address;
}

const dialog = (page: Page) => page.getByRole("alertdialog");
const field = (page: Page, label: string) => page.getByRole("textbox", { name: label });
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("name"));

describe("a new endpoint", () => {
  test("what is refused is said at the first field, which has the focus, and nothing typed is lost", async () => {
    await using tenant = await scene.signUp("refused");
    const { page, path, allow } = tenant;
    await page.goto(`${path}/endpoints/new`);
    await buttonOf(page, "Create endpoint").click();
    await page.getByText("Fill this in.").waitFor();
    expect(await focusedName(page)).toBe("url");

    allow(/422/);
    await field(page, "URL").fill("https://10.0.0.1/hook");
    await field(page, "Description (optional)").fill("Billing");
    await buttonOf(page, "Create endpoint").click();
    await page.getByText(/policy/).waitFor();
    expect(await focusedName(page)).toBe("url");
    expect(await field(page, "Description (optional)").inputValue()).toBe("Billing");
  });

  test("a fault in the folded part unfolds it", async () => {
    await using tenant = await scene.signUp("folded");
    const { page, path } = tenant;
    await page.goto(`${path}/endpoints/new`);
    await field(page, "URL").fill(scene.receiver.url);
    await buttonOf(page, /^Advanced/).click();
    await field(page, "Timeout").fill("31");
    await buttonOf(page, /^Advanced/).click();
    await buttonOf(page, "Create endpoint").click();
    await page.getByText("Use 30 or less.").waitFor();
    await expect.poll(() => focusedName(page)).toBe("timeoutSeconds");
  });

  test("its test event turns Delivered on the page where the secret is shown", async () => {
    await using tenant = await scene.signUp("tested");
    const { page, path } = tenant;
    const secret = await createEndpoint(page, path, `${scene.receiver.url}/tested`);
    expect(secret).toMatch(/^whsec_/);
    await buttonOf(page, "Send test event").click();
    await page.getByText("Delivered", { exact: true }).waitFor();
    await page.getByText(/HTTP 200 in/).waitFor();
  });

  test("leaving with something typed asks first, and staying keeps it", async () => {
    await using tenant = await scene.signUp("unsaved");
    const { page, path } = tenant;
    await page.goto(`${path}/endpoints/new`);
    await field(page, "URL").fill(scene.receiver.url);
    await page.getByRole("link", { name: "Overview" }).click();
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    expect(await field(page, "URL").inputValue()).toBe(scene.receiver.url);
    await page.getByRole("link", { name: "Overview" }).click();
    await dialog(page).getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  });

  test("the Back button asks as well, and leads back only after Leave", async () => {
    await using tenant = await scene.signUp("unsaved-back");
    const { page, path } = tenant;
    await page.goto(`${path}/endpoints`);
    await page.getByRole("link", { name: "New endpoint" }).first().click();
    await field(page, "URL").fill(scene.receiver.url);
    const goBack = () => page.evaluate(() => history.back());
    await goBack();
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    expect(await field(page, "URL").inputValue()).toBe(scene.receiver.url);
    expect(new URL(page.url()).pathname).toBe(`${path}/endpoints/new`);
    await goBack();
    await dialog(page).getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { level: 1, name: "Endpoints" }).waitFor();
  });
});

describe("an endpoint's test tab", () => {
  test("sends what was written, and shows the request and the answer beside it", async () => {
    await using tenant = await scene.signUp("test-tab");
    const { page } = tenant;
    const address = await openSettings(tenant, "test-tab");
    await page.goto(`${address}/test`);
    await field(page, "Data").fill("{ not json");
    await buttonOf(page, "Send test event").click();
    await page.getByText(/Not JSON at line 1, column 3/).waitFor();
    await field(page, "Data").fill('{"greeting":"grüezi"}');
    await buttonOf(page, "Send test event").click();
    await page.getByText("Delivered", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "Request" }).click();
    await page.getByText("grüezi").last().waitFor();
  });
});

describe("an endpoint's settings", () => {
  test("are saved together, and a header's stored value survives a change beside it", async () => {
    await using tenant = await scene.signUp("saved");
    const { page } = tenant;
    const address = await openSettings(tenant, "saved");
    await buttonOf(page, "Add header").click();
    await field(page, "Name of header 1").fill("X-Team");
    await field(page, "Value of header 1").fill("billing");
    await buttonOf(page, "Save changes").click();
    await page.getByText("Unsaved changes").waitFor({ state: "detached" });
    await page.reload();
    await buttonOf(page, "Add header").waitFor();
    expect(await field(page, "Value of header 1").inputValue()).toBe("••••");
    await field(page, "Description (optional)").fill("Changed");
    await buttonOf(page, "Save changes").click();
    await page.getByText("Unsaved changes").waitFor({ state: "detached" });

    await page.goto(`${address}/test`);
    await buttonOf(page, "Send test event").click();
    await page.getByText("Delivered", { exact: true }).waitFor();
    const sent = scene.receiver.requests.find(({ path }) => path.endsWith("/saved"));
    expect(sent?.headers["x-team"]).toBe("billing");
  });

  test("pausing happens at once and can be undone; disabling asks, says why, and can be undone", async () => {
    await using tenant = await scene.signUp("paused");
    const { page } = tenant;
    await openSettings(tenant, "paused");
    await buttonOf(page, "Pause").click();
    await page.getByText("Deliveries to this endpoint are paused").waitFor();
    await buttonOf(page, "Undo").click();
    await page.getByText("Deliveries to this endpoint are paused").waitFor({ state: "detached" });

    await buttonOf(page, "Disable endpoint").click();
    await dialog(page).getByText("It has no open deliveries.").waitFor();
    await dialog(page).getByRole("button", { name: "Disable endpoint" }).click();
    await page.getByText("This endpoint is disabled").waitFor();
    await buttonOf(page, "Enable").click();
    await page.getByText("This endpoint is disabled").waitFor({ state: "detached" });
  });

  test("deleting wants the host typed, leads to the list, and leaves a page that says so", async () => {
    await using tenant = await scene.signUp("deleted");
    const { page, path, allow } = tenant;
    const address = await openSettings(tenant, "deleted");
    await buttonOf(page, "Delete endpoint").click();
    const confirm = dialog(page).getByRole("button", { name: "Delete endpoint" });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog(page).getByRole("textbox").fill(new URL(scene.receiver.url).host);
    await confirm.click();
    await page.waitForURL(`**${path}/endpoints`);
    await page.getByText("No endpoints yet").waitFor();
    allow(/404/);
    await page.goto(address);
    await page.getByRole("heading", { name: "This endpoint is gone" }).waitFor();
  });
});

test("the first steps tick as they are done, and can be put away and brought back", async () => {
  await using tenant = await scene.signUp("first-steps");
  const { page, path } = tenant;
  await page.getByText("0 of 4 done").waitFor();
  await buttonOf(page, "Put away").click();
  await page.reload();
  await buttonOf(page, "First steps, 4 left").click();
  await createEndpoint(page, path, `${scene.receiver.url}/first-steps`);
  await buttonOf(page, "Send test event").click();
  await page.getByText("Delivered", { exact: true }).waitFor();
  await page.goto(path);
  await page.getByText("3 of 4 done").waitFor();
});

test("from anywhere a pasted id leads to its page, and a name to what goes by it", async () => {
  await using tenant = await scene.signUp("palette");
  const { page, path } = tenant;
  const address = await openSettings(tenant, "palette");
  await page.goto(path);
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  const search = await openPalette(page);
  await search.fill(address.split("/").at(-1) ?? "");
  await page.getByRole("option", { name: /Open endpoint/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${address}`);
  await page.keyboard.press("Control+k");
  await search.fill("hook/palette");
  await page.getByRole("option", { name: /hook\/palette/ }).click();
  await page.waitForURL(`**${address}`);
});

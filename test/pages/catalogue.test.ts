import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppScene, type SignedUp } from "#test/support/app-scene.ts";
import { screenshot } from "#test/support/browser.ts";
import { looks } from "#test/support/looks.ts";
import { lookAt, seriousFindings } from "#test/support/page-audit.ts";
import { buttonOf } from "#test/support/page-parts.ts";
import { createEndpoint } from "#test/support/person.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open();
});

afterAll(() => scene.close());

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const field = (page: Page, label: string) => page.getByRole("textbox", { name: label });

/** Describes an event type with an example and the schema drafted from it, and lands on its page. */
async function describeType({ page, path }: SignedUp, name: string): Promise<void> {
  await page.goto(`${path}/event-types/~new`);
  await field(page, "Name").fill(name);
  await field(page, "Example").fill('{"ticket":"T-1","seats":{"row":4}}');
  await buttonOf(page, "Draft from the example").click();
  await expect.poll(() => field(page, "JSON Schema").innerText()).toContain("seats");
  await buttonOf(page, "Create event type").click();
  await heading(page, name).waitFor();
}

describe("an event type", () => {
  test("is drafted from its example, shown as a tree, and a test event of it arrives", async () => {
    await using tenant = await scene.signUp("drafted");
    const { page, path } = tenant;
    await createEndpoint(page, path, `${scene.receiver.url}/drafted`);
    await describeType(tenant, "ticket.sold");
    const tree = page.getByRole("region", { name: "Fields of the data" });
    await tree.getByText("row", { exact: true }).waitFor();
    await page.getByRole("link", { name: /drafted/ }).waitFor();

    await buttonOf(page, "Send test event").click();
    await page.getByText("It is sent to 1 endpoint for real").waitFor();
    await buttonOf(page, "Send event").click();
    await page.waitForURL(/\/events\/evt_\w+$/);
    const request = await scene.receiver.next();
    expect(JSON.parse(request.body.toString()).data).toEqual({ ticket: "T-1", seats: { row: 4 } });
  });

  test("is refused where it is wrong: text that is no JSON, an example that its schema does not allow", async () => {
    await using tenant = await scene.signUp("wrong-type");
    const { page, path, allow } = tenant;
    await page.goto(`${path}/event-types/~new`);
    await field(page, "Name").fill("not a name");
    await field(page, "Example").fill("{\n  nope\n}");
    await buttonOf(page, "Create event type").click();
    await page.getByText("Not JSON at line 2, column 3: a name in double quotes is missing.").waitFor();
    await page.getByText(/May only hold letters/).waitFor();

    allow(/422/);
    await field(page, "Name").fill("ticket.sold");
    await field(page, "Example").fill('{"seats":"four"}');
    await field(page, "JSON Schema").fill('{"properties":{"seats":{"type":"integer"}}}');
    await buttonOf(page, "Create event type").click();
    await page.getByText("seats must be integer").waitFor();
    expect(await field(page, "Example").innerText()).toBe('{"seats":"four"}');
  });

  test("is archived with a way back, and deleted only by its name", async () => {
    await using tenant = await scene.signUp("archived");
    const { page, path } = tenant;
    await describeType(tenant, "ticket.sold");
    await buttonOf(page, "More").click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await page.getByText("This event type is archived").waitFor();
    await buttonOf(page, "Undo").click();
    await page.getByText("This event type is archived").waitFor({ state: "hidden" });

    await buttonOf(page, "More").click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    const dialog = page.getByRole("alertdialog");
    expect(await dialog.getByRole("button", { name: "Delete event type" }).isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill("ticket.sold");
    await dialog.getByRole("button", { name: "Delete event type" }).click();
    await page.waitForURL(`**${path}/event-types`);
    await page.getByRole("link", { name: "ticket.sold" }).waitFor({ state: "hidden" });
  });
});

describe("an application", () => {
  test("is made, gets an endpoint of its own, and says what its deletion takes along", async () => {
    await using tenant = await scene.signUp("parties");
    const { page, path, allow } = tenant;
    await page.goto(`${path}/applications`);
    await buttonOf(page, "New application").click();
    await field(page, "Name").fill("Globex");
    await field(page, "Uid").fill("default");
    allow(/409|422/);
    await buttonOf(page, "Create application").click();
    await page.getByRole("dialog").getByText("Another application has the uid default.").waitFor();
    await field(page, "Uid").fill("globex");
    await buttonOf(page, "Create application").click();
    await heading(page, "Globex").waitFor();

    await page.getByRole("link", { name: "New endpoint" }).click();
    await page.getByLabel("URL").fill(`${scene.receiver.url}/globex`);
    await buttonOf(page, "Create endpoint").click();
    await heading(page, "Endpoint created").waitFor();
    await page.goto(`${path}/applications/globex`);
    await page
      .getByRole("link", { name: /globex/ })
      .last()
      .waitFor();

    await page.getByRole("link", { name: "Settings", exact: true }).last().click();
    await buttonOf(page, "Delete application").click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("Its 1 endpoint with their secrets are deleted").waitFor();
    await dialog.getByRole("textbox").fill("Globex");
    await dialog.getByRole("button", { name: "Delete application" }).click();
    await page.waitForURL(`**${path}/applications`);
    await page.getByRole("link", { name: "Globex" }).waitFor({ state: "hidden" });
  });

  test("that is the default one stays, and one that is gone says so", async () => {
    await using tenant = await scene.signUp("default-stays");
    const { page, path, allow } = tenant;
    await page.goto(`${path}/applications/default/settings`);
    await page.getByText("so it cannot be deleted").waitFor();
    expect(await buttonOf(page, "Delete application").isDisabled()).toBe(true);
    allow(/404/);
    await page.goto(`${path}/applications/nobody`);
    await heading(page, "This application is gone").waitFor();
  });
});

test("event types are imported from an OpenAPI document after a preview, and versions tell what broke", async () => {
  await using tenant = await scene.signUp("imports");
  const { page, path } = tenant;
  await page.goto(`${path}/event-types`);
  await buttonOf(page, "Import").click();
  const dialog = page.getByRole("dialog", { name: "Import event types" });
  const document = (required: string[]) =>
    JSON.stringify({
      openapi: "3.1.0",
      webhooks: {
        "order.sent": webhookOf({ type: "object", required, properties: { id: { type: "string" } } }),
      },
    });
  await dialog.getByRole("textbox", { name: "Document" }).fill(document(["id"]));
  await buttonOf(page, "Preview").click();
  await dialog.getByText("New", { exact: true }).waitFor();
  await screenshot(page, "event-types-import-light");
  await buttonOf(page, "Import 1 event type").click();
  await dialog.waitFor({ state: "hidden" });
  await buttonOf(page, "Import").click();
  await dialog.getByRole("textbox", { name: "Document" }).fill(document([]));
  await buttonOf(page, "Preview").click();
  await dialog.getByText("Changes", { exact: true }).waitFor();
  await buttonOf(page, "Import 1 event type").click();
  await dialog.waitFor({ state: "hidden" });
  await page.goto(`${path}/event-types/order.sent`);
  await page.getByText("Breaking").waitFor();
  await page.getByText("no longer required").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot(page, "event-type-versions-light");
});

describe("the public link", () => {
  test("shows the catalogue to somebody without an account, in both themes and on a phone, until it is turned off", async () => {
    await using tenant = await scene.signUp("public");
    const { page, path } = tenant;
    await describeType(tenant, "ticket.sold");
    await describeType(tenant, "ticket.refunded");
    const url = await turnOnLink(page, path);
    for (const [look, options] of Object.entries(looks)) {
      await using visit = await scene.outsider(options);
      await lookThrough(visit.page, url, look);
    }

    await buttonOf(page, "Turn off").click();
    await buttonOf(page, "Turn off link").click();
    await buttonOf(page, "Turn on the link").waitFor();
    await using late = await scene.outsider();
    late.allow(/404/);
    await late.page.goto(url);
    await heading(late.page, "There is nothing here").waitFor();
  });

  async function turnOnLink(page: Page, path: string): Promise<string> {
    await page.goto(`${path}/event-types`);
    await buttonOf(page, "Public link").click();
    await buttonOf(page, "Turn on the link").click();
    const url = await page.getByText(/\/catalogue\/cat_[\w-]{43}$/).innerText();
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot(page, "public-link");
    await buttonOf(page, "New link").click();
    await buttonOf(page, "Replace link").click();
    await page.getByText(url, { exact: true }).waitFor({ state: "hidden" });
    return page.getByText(/\/catalogue\/cat_[\w-]{43}$/).innerText();
  }

  /** What a receiver's developer does there: finds a type, reads its fields, copies the example. */
  async function lookThrough(page: Page, url: string, look: string): Promise<void> {
    await page.goto(url);
    await heading(page, "Event types").waitFor();
    await page.getByRole("searchbox", { name: "Search event types" }).fill("sold");
    await page.getByRole("link", { name: "ticket.refunded" }).waitFor({ state: "hidden" });
    expect(await lookAt(page, `public-catalogue-${look}`)).toEqual([]);
    await page.getByRole("link", { name: "ticket.sold" }).click();
    await heading(page, "ticket.sold").waitFor();
    await page
      .getByRole("region", { name: "Fields of the data" })
      .getByText("row", { exact: true })
      .waitFor();
    await buttonOf(page, "Copy example").waitFor();
    await page.getByText("Version 1").waitFor();
    expect(await lookAt(page, `public-event-type-${look}`)).toEqual([]);
    expect(await page.getByText("@").count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  }
});

const webhookOf = (schema: object) => ({
  post: { requestBody: { content: { "application/json": { schema } } } },
});

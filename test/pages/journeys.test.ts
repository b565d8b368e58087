import type { Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roleMeanings } from "#lib/contracts/permissions.ts";
import { prisma } from "#lib/db.ts";
import { AppScene } from "#test/support/app-scene.ts";
import { expectDisabled } from "#test/support/disabled-reason.ts";
import { measureEffort } from "#test/support/effort.ts";
import { openPalette } from "#test/support/page-parts.ts";
import { createApiKey, createEndpoint } from "#test/support/person.ts";
import { Producer } from "#test/support/producer.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open({
    answering: () => ({ body: '{"received":true}', headers: { "content-type": "application/json" } }),
  });
});

afterAll(() => scene.close());

/** A new tenant with an endpoint at the receiver and a key, all made through the pages. */
async function equipped(name: string) {
  const signedUp = await scene.signUp(name);
  const { page, path } = signedUp;
  const secret = await createEndpoint(page, path, `${scene.receiver.url}/${name}`);
  const producer = new Producer(scene.url, await createApiKey(page, path));
  return { ...signedUp, secret, producer };
}

/** Leaves the next attempt to whoever asks for it. */
async function retryInHalfAnHour(name: string): Promise<void> {
  const url = `${scene.receiver.url}/${name}`;
  const changed = await prisma().endpoint.updateMany({ where: { url }, data: { retrySchedule: [1_800] } });
  expect(changed.count).toBe(1);
}

/** The delivery log's row with this status, as a link that opens it. */
function row(page: Page, status: string) {
  return page.getByRole("row").filter({ hasText: status }).first();
}

test("sign up, create an endpoint, make a key, post an event, and see it Delivered with request and response", async () => {
  await using journey = await equipped("first-run");
  const { page, path, producer, secret } = journey;
  await page.getByText("Waiting for your first event").waitFor();
  const posted = await producer.call<{ id: string }>(
    "POST",
    "/events",
    '{"type":"invoice.paid","data":{"amount":4200.0}}',
  );
  expect(posted.status).toBe(202);
  await page.getByRole("link", { name: /event/i }).last().waitFor();
  const request = await scene.receiver.next();
  expect(() => new Webhook(secret).verify(request.body.toString(), request.headers)).not.toThrow();

  await page.goto(`${path}/deliveries`);
  await row(page, "Delivered").getByRole("link").first().click();
  await page.getByRole("tab", { name: /Response/ }).waitFor();
  await page.getByText('"received"').waitFor();
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByText(posted.body.id).first().waitFor();
  await page.getByText("4200.0").waitFor();
});

test("a failing receiver shows its retries, and a resend turns the same page to Delivered", async () => {
  await using journey = await equipped("failing");
  const { page, path, producer } = journey;
  await retryInHalfAnHour("failing");
  scene.receiver.answerAll(() => ({ status: 500, body: "out of order" }));
  await producer.call("POST", "/events", { type: "invoice.paid", data: {} });
  await page.goto(`${path}/deliveries`);
  await row(page, "Retrying").getByRole("link").first().click();
  await page.getByText("out of order", { exact: true }).waitFor();
  await page.getByText(/500/).first().waitFor();
  scene.receiver.answerAll(() => ({ body: "mended" }));
  await page.getByRole("button", { name: "Retry now" }).click();
  await page.getByText("mended").waitFor({ timeout: 20_000 });
  await page.getByRole("dialog").getByText("Delivered").first().waitFor();
});

test("why a webhook failed is found by its id, compared with what arrived, mended in place, and the same page turns to Delivered", async () => {
  await using journey = await equipped("why");
  const { page, path, producer } = journey;
  await retryInHalfAnHour("why");
  scene.receiver.answerAll(() => ({ body: "as ever" }));
  await producer.call("POST", "/events", { type: "invoice.paid", data: {} });
  await page.goto(`${path}/deliveries`);
  await row(page, "Delivered").waitFor();
  const moved = `${scene.receiver.url}/why/moved`;
  scene.receiver.answerAll(({ path: at }) =>
    at.endsWith("/why") ? { status: 308, headers: { location: moved } } : { body: "arrived" },
  );
  await producer.call("POST", "/events", { type: "invoice.paid", data: {} });
  await page.goto(`${path}/deliveries?status=retrying`);
  const id = (await page.locator("[data-row]").getAttribute("data-row")) ?? "";
  await page.goto(path);
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  const expectEffort = await measureEffort(page);
  const search = await openPalette(page);
  await search.fill(id);
  await page.getByRole("option", { name: /Open delivery/ }).click();
  await page.getByText(`Answered 308, which leads to ${moved}.`).waitFor();
  await page.getByRole("button", { name: "Compare with the last success" }).click();
  const comparison = page.getByRole("dialog", { name: "Compare attempts" });
  await comparison.getByRole("row", { name: "Status 200 308" }).waitFor();
  await page.keyboard.press("Escape");
  await comparison.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Change URL…" }).click();
  expect(await page.getByLabel("New URL").inputValue()).toBe(moved);
  await page.getByRole("button", { name: "Save URL" }).click();
  await page.getByText("URL changed").waitFor();
  await page.getByRole("button", { name: "Retry now" }).click();
  await page.getByText("arrived", { exact: true }).waitFor();
  await page.locator('[data-status="delivered"]').first().waitFor();
  expectEffort({ clicks: 5, seconds: 30 });
});

test("after a rotation with overlap both secrets verify, and the page says until when", async () => {
  await using journey = await equipped("rotation");
  const { page, path, producer, secret } = journey;
  await page.goto(`${path}/endpoints`);
  const expectEffort = await measureEffort(page);
  await page
    .getByRole("link", { name: /hook\/rotation/ })
    .first()
    .click();
  await page.getByRole("navigation", { name: "Endpoint" }).getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  const choices = page.getByRole("dialog").getByRole("radiogroup", { name: "Overlap" }).getByRole("radio");
  await expect.poll(() => choices.count()).toBe(4);
  await page.getByRole("radio", { name: /^24 hours/, checked: true }).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Rotate secret" }).click();
  await page.getByText("The old secret is valid until").waitFor();
  const rotated = (
    await page
      .getByText(/^whsec_/)
      .first()
      .innerText()
  ).trim();
  expect(rotated).not.toBe(secret);
  expectEffort({ clicks: 5, seconds: 30 });
  const seen = scene.receiver.requests.length;
  await producer.call("POST", "/events", { type: "invoice.paid", data: {} });
  const request = (await scene.receiver.waitFor(seen + 1)).at(-1);
  for (const valid of [secret, rotated]) {
    expect(() =>
      new Webhook(valid).verify(request?.body.toString() ?? "", request?.headers ?? {}),
    ).not.toThrow();
  }
});

test("what an event looks like is found by its name: schema, example to copy and subscribers, and one is sent", async () => {
  await using journey = await equipped("looks-like");
  const { page, path, producer } = journey;
  const schema = { type: "object", properties: { amount: { type: "integer" } } };
  const example = { amount: 4200 };
  const tenantId = (await producer.call<{ tenant: { id: string } }>("GET", "/me")).body.tenant.id;
  const described = await page.request.post("/api/v1/event-types", {
    data: { name: "invoice.paid", description: "Paid", schema, example },
    headers: { "posthorn-tenant": tenantId, origin: scene.url },
  });
  expect(described.status()).toBe(201);
  await page.goto(path);
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  const expectEffort = await measureEffort(page);
  const search = await openPalette(page);
  await search.fill("invoice.paid");
  await page
    .getByRole("option", { name: /invoice\.paid/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "invoice.paid" }).waitFor();
  await page.getByRole("region", { name: "Fields of the data" }).getByText("amount").first().waitFor();
  await page.getByText("4200", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Copy example" }).waitFor();
  await page
    .getByRole("link", { name: /hook\/looks-like/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Send test event" }).click();
  await page.getByRole("button", { name: "Send event", exact: true }).click();
  await page.waitForURL(/\/events\/evt_\w+$/);
  await page.getByText("Delivered").first().waitFor();
  expectEffort({ clicks: 3, seconds: 30 });
});

test("an invited viewer reads everything, writes nothing, and is told which role it takes", async () => {
  await using journey = await equipped("readers");
  const { page, path, producer } = journey;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  scene.receiver.answerAll(() => ({ body: "taken" }));
  await producer.call("POST", "/events", { type: "invoice.paid", data: {} });
  await page.goto(`${path}/settings/members`);
  const expectEffort = await measureEffort(page);
  await page
    .getByRole("button", { name: /Invite/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  for (const meaning of Object.values(roleMeanings))
    await dialog.getByText(meaning, { exact: true }).waitFor();
  await dialog.getByLabel(/E-mail/).fill("grace@readers.example");
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  const link = await dialog.getByText(/\/invitations\//).innerText();
  expectEffort({ clicks: 3, seconds: 30 });
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Actions for grace@readers.example" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  await page.getByText("Link copied").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(link.trim());

  await using visit = await scene.outsider();
  const viewer = visit.page;
  await viewer.goto(copied);
  const expectGuestEffort = await measureEffort(viewer);
  await viewer.getByLabel("Your name").fill("Grace Hopper");
  await viewer.getByLabel("Password", { exact: true }).fill("correct horse battery staple");
  await viewer.getByRole("button", { name: /join/i }).click();
  await viewer.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expectGuestEffort({ clicks: 2, seconds: 30 });
  await viewer.goto(`${path}/deliveries`);
  await row(viewer, "Delivered").waitFor();
  await viewer.goto(`${path}/endpoints`);
  const create = viewer.getByRole("button", { name: "New endpoint" }).first();
  await expectDisabled(create, "Needs the developer role; yours is viewer");

  visit.allow(/403/);
  const refused = await viewer.evaluate(
    async (tenantId) => {
      const headers = { "content-type": "application/json", "posthorn-tenant": tenantId };
      const body = JSON.stringify({ url: "https://example.com" });
      return (await fetch("/api/v1/endpoints", { method: "POST", headers, body })).status;
    },
    (await producer.call<{ tenant: { id: string } }>("GET", "/me")).body.tenant.id,
  );
  expect(refused).toBe(403);
});

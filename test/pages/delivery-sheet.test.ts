import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import { attempted, down, mended, ownerOf, receivingTenant, up } from "#test/support/receiving-tenant.ts";
import { hasProgram, runProgram, writeSnippet } from "#test/support/snippet.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open({ env: { POSTHORN_MAX_EVENT_BYTES: "1500000" } });
});

afterAll(() => scene.close());

const sheet = (page: Page) => page.getByRole("dialog").first();
const tab = (page: Page, name: string | RegExp) => page.getByRole("tab", { name });
const comparison = (page: Page) => page.getByRole("dialog", { name: "Compare attempts" });
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("the attempt in the sheet", () => {
  test("is walked by arrow keys from tab to tab, and the address keeps which one stands open", async () => {
    const tenant = await receivingTenant(scene, "tabs");
    const delivery = await mended(tenant, scene.receiver);
    await using visit = await ownerOf(scene, "tabs");
    const { page } = visit;
    await page.goto("/tabs/deliveries");
    await page.locator("[data-row]").first().click();
    await tab(page, "Response").focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "Signed content" }).waitFor();
    await page.waitForURL(/part=signature/);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "Request headers" }).waitFor();
    await page.waitForURL(/part=request/);
    await sheet(page).getByRole("button", { name: /#1/ }).click();
    await page.waitForURL(new RegExp(`attempt=${delivery.attempts[0]?.id}`));
    await page.reload();
    await page.getByRole("tab", { name: "Request", selected: true }).waitFor();
    await sheet(page).getByRole("button", { name: /#1/, expanded: true }).waitFor();
    await tab(page, "Response").click();
    await sheet(page).getByText('"down for maintenance"').waitFor();
    await page.goBack();
    await sheet(page).waitFor({ state: "hidden" });
    expect(new URL(page.url()).search).toBe("");
  });

  test("shows a page that a receiver answered as text alone, and saves it as a file", async () => {
    const tenant = await receivingTenant(scene, "answers");
    const html = '<script>document.title = "taken"</script><h1>Not yours</h1>';
    scene.receiver.answerAll(() => ({ headers: { "content-type": "text/html" }, body: html }));
    const delivery = await attempted(tenant, { type: "invoice.paid", data: {} });
    await using visit = await ownerOf(scene, "answers");
    const { page } = visit;
    await page.goto(`/answers/deliveries/${delivery.id}`);
    await page.getByText(html, { exact: true }).waitFor();
    expect(await page.title()).not.toBe("taken");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save response body" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("response-body.txt");
    expect(await readFile(await download.path(), "utf8")).toBe(html);
  });

  test("of a megabyte is searched to its end, one hit after the other and back", async () => {
    const tenant = await receivingTenant(scene, "large");
    scene.receiver.answerAll(() => up);
    const items = Array.from({ length: 9_000 }, (_, n) => ({
      n,
      note: "filler ".repeat(13),
      id: `item-${n}`,
    }));
    const data = { first: "needle at the start", items, last: "needle at the end" };
    const delivery = await attempted(tenant, { type: "invoice.paid", data });
    await using visit = await ownerOf(scene, "large");
    const { page } = visit;
    await page.goto(`/large/deliveries/${delivery.id}?part=request`);
    await page.getByText("1.2 MB").waitFor();
    await page
      .getByText('"0 … 99"')
      .waitFor({ state: "attached" })
      .catch(() => undefined);
    const find = page.getByRole("searchbox", { name: "Find in request body" });
    await find.fill("needle");
    await page.getByText("1/2").waitFor();
    await page.getByText("needle at the start").waitFor();
    await find.press("Enter");
    await page.getByText("2/2").waitFor();
    await page.getByText(/^Part (\d+) of \1$/).waitFor();
    await page.getByText("needle at the end").waitFor();
    await page.getByRole("button", { name: "Previous hit" }).click();
    await page.getByText("1/2").waitFor();
    await page.getByText(/^Part 1 of/).waitFor();
  });
});

describe("a copied curl command", () => {
  test.skipIf(!hasProgram("curl"))("is signed anew, and a receiver that verifies takes it", async () => {
    const tenant = await receivingTenant(scene, "curl", { headers: { "x-token": "tenant-secret" } });
    scene.receiver.answerAll(() => down);
    const data = `{"it's":"\\"$HOME\\" \`id\` 🎺","n":12345678901234567890,"b":1.0}`;
    await attempted(tenant, `{"type":"invoice.paid","data":${data}}`);
    await using visit = await ownerOf(scene, "curl");
    const { page } = visit;
    await page.goto("/curl/deliveries");
    await page.locator("[data-row]").first().click();
    await tab(page, "Request").click();
    await sheet(page).getByText("Signed anew, valid for 5 minutes.").waitFor();
    await sheet(page).getByRole("button", { name: "Copy as curl" }).click();
    await sheet(page)
      .getByText(/HEADER_X_TOKEN/)
      .waitFor();
    await sheet(page)
      .getByText(/^[45] m|^4 m \d+ s$/)
      .first()
      .waitFor();
    const command = await pasted(page);
    expect(command).not.toContain("tenant-secret");
    const seen = scene.receiver.requests.length;
    await promisify(execFile)("sh", ["-c", command], { env: { ...process.env, HEADER_X_TOKEN: "mine" } });
    const request = (await scene.receiver.waitFor(seen + 1))[seen];
    const sent = request?.body.toString() ?? "";
    expect(sent).toContain(data);
    expect(request?.headers["x-token"]).toBe("mine");
    expect(() => new Webhook(tenant.secret).verify(sent, request?.headers ?? {})).not.toThrow();
    await page.goto("/curl/settings/audit-log");
    await page.getByText("copied a signed request of delivery").first().waitFor();
  });
});

describe("the signature tab", () => {
  test("takes apart what was signed, and its check runs as copied", async () => {
    const tenant = await receivingTenant(scene, "signed");
    const delivery = await mended(tenant, scene.receiver);
    await using visit = await ownerOf(scene, "signed");
    const { page } = visit;
    await page.goto(`/signed/deliveries/${delivery.id}?part=signature`);
    const headers = scene.receiver.requests.at(-1)?.headers ?? {};
    const content = page.getByRole("region", { name: "Signed content" });
    await content.getByText(headers["webhook-id"] ?? "?", { exact: true }).waitFor();
    await content.getByText(headers["webhook-timestamp"] ?? "?", { exact: true }).waitFor();
    await page
      .getByText(headers["webhook-signature"] ?? "?", { exact: true })
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Copy code" }).click();
    const code = await pasted(page);
    const run = async (text: string) =>
      runProgram(process.execPath, [await writeSnippet("check.ts", text)], { WEBHOOK_SECRET: tenant.secret });
    expect(await run(code)).toMatch(/^Verified/);
    await expect(run(code.replace("in_1042", "in_9999"))).rejects.toThrow();
    await page.getByRole("button", { name: "Python" }).click();
    await page.getByText("import hmac").waitFor();
    await page.getByRole("button", { name: "Go", exact: true }).click();
    await page.getByText("package main").waitFor();
  });
});

describe("a comparison", () => {
  test("shows what differs from the attempt before, then all of it; Back ends it, a reload keeps it", async () => {
    const tenant = await receivingTenant(scene, "compare");
    const delivery = await mended(tenant, scene.receiver);
    await using visit = await ownerOf(scene, "compare");
    const { page } = visit;
    await page.goto(`/compare/deliveries/${delivery.id}`);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByRole("menuitem", { name: "Compare with previous attempt" }).click();
    const row = (name: string) => comparison(page).getByRole("row", { name });
    await row("Status 503 200").waitFor();
    await row("retry-after 1 none").waitFor();
    await row("x-version 41 42").waitFor();
    await comparison(page).getByText('"error": "down for maintenance",').waitFor();
    expect(await row("webhook-timestamp").count()).toBe(0);
    await comparison(page).getByRole("switch", { name: "Show all" }).click();
    await row("webhook-timestamp").waitFor();
    await page.reload();
    await row("Status 503 200").waitFor();
    await comparison(page).getByRole("button", { name: "Last success" }).click();
    await comparison(page).getByText("No other success yet").waitFor();
    await page.waitForURL(/compare=success/);
    await page.keyboard.press("Escape");
    await comparison(page).waitFor({ state: "hidden" });
    expect(page.url()).not.toContain("compare=");
  });

  test("with the last success tells why the endpoint took that and not this", async () => {
    const tenant = await receivingTenant(scene, "before");
    scene.receiver.answerAll(() => up);
    await attempted(tenant, { type: "invoice.paid", data: {} });
    scene.receiver.answerAll(() => down);
    const failed = await attempted(tenant, { type: "invoice.voided", data: {} });
    await using visit = await ownerOf(scene, "before");
    const { page } = visit;
    await page.goto(`/before/deliveries/${failed.id}`);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByText("This is the first one").waitFor();
    await page.getByRole("menuitem", { name: "Compare with the last success" }).click();
    await comparison(page).getByRole("row", { name: "Outcome Delivered Server error (5xx)" }).waitFor();
    await page.goBack();
    await comparison(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Compare with the last success" }).click();
    await comparison(page).getByRole("row", { name: "Status 200 503" }).waitFor();
  });
});

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot, type Visit } from "#test/support/browser.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { hasProgram, runProgram, writeSnippet } from "#test/support/snippet.ts";
import { waitFor } from "#test/support/wait-for.ts";

let app: App;
let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  app = await startApp({ env: { POSTHORN_MAX_EVENT_BYTES: "1500000" } });
  browser = await openBrowser();
  receiver = await createReceiver();
});

afterAll(async () => {
  await browser.close();
  await receiver.close();
  await app.stop();
});

const email = (tenant: string) => `ada@${tenant}.example`;
const down = {
  status: 503,
  headers: { "content-type": "application/json", "retry-after": "30", "x-version": "41" },
  body: JSON.stringify({ error: "down for maintenance", code: 17, region: "eu-1", node: "a" }),
};
const up = {
  headers: { "content-type": "application/json", "x-version": "42" },
  body: JSON.stringify({ received: true, code: 17, region: "eu-1", node: "a" }),
};

type Tenant = { tenant: string; producer: Producer; secret: string };
type Detail = { id: string; status: string; attempts: { id: string }[] };

/** A tenant of its own with an endpoint for everything at the receiver. */
async function makeTenant(tenant: string, endpoint: object = {}): Promise<Tenant> {
  const settings = testSettings(process.env.DATABASE_URL ?? "");
  const { apiKey } = await bootstrap(settings, { email: email(tenant), tenant });
  const producer = new Producer(app.url, apiKey);
  const { body } = await producer.call<{ secret: string }>("POST", "/endpoints", {
    url: `${receiver.url}/${tenant}`,
    retrySchedule: [3_600],
    ...endpoint,
  });
  return { tenant, producer, secret: body.secret };
}

/** Posts an event and answers with its delivery once that has so many attempts. */
async function post({ producer }: Tenant, event: object | string, attempts = 1): Promise<Detail> {
  const { body } = await producer.call<{ id: string }>("POST", "/events", event);
  return settled(producer, `/deliveries?event=${body.id}`, attempts);
}

async function settled(producer: Producer, list: string, attempts: number): Promise<Detail> {
  return waitFor("the attempt", async () => {
    const { data } = (await producer.call<{ data: { id: string }[] }>("GET", list)).body;
    if (!data[0]) return undefined;
    const { body } = await producer.call<Detail>("GET", `/deliveries/${data[0].id}`);
    return body.attempts.length >= attempts && body.status !== "sending" ? body : undefined;
  });
}

/** A delivery that failed and arrived when it was sent again. */
async function mended(tenant: Tenant): Promise<Detail> {
  receiver.answerAll(() => down);
  const failed = await post(tenant, { type: "invoice.paid", data: { invoice: "in_1042" } });
  receiver.answerAll(() => up);
  await tenant.producer.call("POST", `/deliveries/${failed.id}/retry`);
  return waitFor("the second attempt", async () => {
    const { body } = await tenant.producer.call<Detail>("GET", `/deliveries/${failed.id}`);
    return body.status === "delivered" ? body : undefined;
  });
}

async function signedIn(tenant: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await openVisit(browser, app.url, {
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  await visit.page.request.post("/api/auth/sign-in", {
    data: { email: email(tenant), password: "correct horse battery" },
    headers: { origin: app.url },
  });
  return visit;
}

const sheet = (page: Page) => page.getByRole("dialog").first();
const tab = (page: Page, name: string | RegExp) => page.getByRole("tab", { name });
const comparison = (page: Page) => page.getByRole("dialog", { name: "Compare attempts" });
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("the attempt in the sheet", () => {
  test("is walked by arrow keys from tab to tab, and the address keeps which one stands open", async () => {
    const tenant = await makeTenant("tabs");
    const delivery = await mended(tenant);
    await using visit = await signedIn("tabs");
    const { page } = visit;
    await page.goto("/tabs/deliveries");
    await page.locator("[data-row]").first().click();
    await tab(page, "Response").focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "Signed content" }).waitFor();
    await page.waitForURL(/part=signature/);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "Request headers" }).waitFor();
    await sheet(page).getByRole("button", { name: /#1/ }).click();
    await page.waitForURL(new RegExp(`attempt=${delivery.attempts[0]?.id}`));
    await page.reload();
    await expect.poll(() => tab(page, "Request").getAttribute("aria-selected")).toBe("true");
    await sheet(page).getByRole("button", { name: /#1/, expanded: true }).waitFor();
    await tab(page, "Response").click();
    await sheet(page).getByText('"down for maintenance"').waitFor();
    await page.goBack();
    await sheet(page).waitFor({ state: "hidden" });
    expect(new URL(page.url()).search).toBe("");
  });

  test("shows a page that a receiver answered as text alone, and saves it as a file", async () => {
    const tenant = await makeTenant("answers");
    const html = '<script>document.title = "taken"</script><h1>Not yours</h1>';
    receiver.answerAll(() => ({ headers: { "content-type": "text/html" }, body: html }));
    const delivery = await post(tenant, { type: "invoice.paid", data: {} });
    await using visit = await signedIn("answers");
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
    const tenant = await makeTenant("large");
    receiver.answerAll(() => up);
    const items = Array.from({ length: 9_000 }, (_, n) => ({
      n,
      note: "filler ".repeat(13),
      id: `item-${n}`,
    }));
    const data = { first: "needle at the start", items, last: "needle at the end" };
    const delivery = await post(tenant, { type: "invoice.paid", data });
    await using visit = await signedIn("large");
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
    const tenant = await makeTenant("curl", { headers: { "x-token": "tenant-secret" } });
    receiver.answerAll(() => down);
    const data = `{"it's":"\\"$HOME\\" \`id\` 🎺","n":12345678901234567890,"b":1.0}`;
    await post(tenant, `{"type":"invoice.paid","data":${data}}`);
    await using visit = await signedIn("curl");
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
    const seen = receiver.requests.length;
    await promisify(execFile)("sh", ["-c", command], { env: { ...process.env, HEADER_X_TOKEN: "mine" } });
    const request = (await receiver.waitFor(seen + 1))[seen];
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
    const tenant = await makeTenant("signed");
    const delivery = await mended(tenant);
    await using visit = await signedIn("signed");
    const { page } = visit;
    await page.goto(`/signed/deliveries/${delivery.id}?part=signature`);
    const headers = receiver.requests.at(-1)?.headers ?? {};
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
    const tenant = await makeTenant("compare");
    const delivery = await mended(tenant);
    await using visit = await signedIn("compare");
    const { page } = visit;
    await page.goto(`/compare/deliveries/${delivery.id}`);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("menuitem", { name: "Compare with previous attempt" }).click();
    const row = (name: string) => comparison(page).getByRole("row", { name });
    await row("Status 503 200").waitFor();
    await row("retry-after 30 none").waitFor();
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
    const tenant = await makeTenant("before");
    receiver.answerAll(() => up);
    await post(tenant, { type: "invoice.paid", data: {} });
    receiver.answerAll(() => down);
    const failed = await post(tenant, { type: "invoice.voided", data: {} });
    await using visit = await signedIn("before");
    const { page } = visit;
    await page.goto(`/before/deliveries/${failed.id}`);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByText("This is the first one").waitFor();
    await page.getByRole("menuitem", { name: "Compare with the last success" }).click();
    await comparison(page).getByRole("row", { name: "Outcome Delivered Server error (5xx)" }).waitFor();
    await page.goBack();
    await comparison(page).waitFor({ state: "hidden" });
  });
});

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 360, height: 740 }, hasTouch: true },
  "phone-dark": { colorScheme: "dark", viewport: { width: 360, height: 740 }, hasTouch: true },
};

describe("every tab and the comparison", () => {
  let shown: Detail;
  beforeAll(async () => {
    shown = await mended(await makeTenant("looks", { headers: { "x-token": "s3cret" } }));
  });

  test.each(Object.entries(looks))(
    "look designed, have no serious accessibility finding and nothing sticking out, %s",
    { timeout: 180_000 },
    async (look, options) => {
      await using visit = await signedIn("looks", options);
      const { page } = visit;
      const places: Record<string, string> = {
        "sheet-request": `/looks/deliveries?delivery=${shown.id}&part=request`,
        "sheet-response": `/looks/deliveries?delivery=${shown.id}&part=response`,
        "sheet-signature": `/looks/deliveries?delivery=${shown.id}&part=signature`,
        "sheet-compare": `/looks/deliveries?delivery=${shown.id}&compare=previous`,
        "delivery-request": `/looks/deliveries/${shown.id}?part=request`,
        "delivery-response": `/looks/deliveries/${shown.id}?part=response`,
        "delivery-signature": `/looks/deliveries/${shown.id}?part=signature`,
      };
      const findings: string[] = [];
      for (const [name, path] of Object.entries(places)) {
        await page.goto(path);
        await tab(page, "Request").waitFor({ state: "attached" });
        if (name === "sheet-compare") await comparison(page).getByRole("table").waitFor();
        else await tab(page, "Request").scrollIntoViewIfNeeded();
        await page.waitForFunction(
          () => document.querySelector('[aria-busy="true"], .animate-shimmer') === null,
        );
        await screenshot(page, `${name}-${look}`);
        const overflow = await sidewaysOverflow(page);
        if (overflow > 0) findings.push(`${name}: ${overflow} px sideways`);
        findings.push(...(await seriousFindings(page)).map((finding) => `${name}: ${finding}`));
      }
      expect(findings).toEqual([]);
    },
  );
});

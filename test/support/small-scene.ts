import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "#lib/contracts/permissions.ts";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "./app-server.ts";
import { openBrowser, openVisit, type Visit } from "./browser.ts";
import { carryCookie, cookieOf, insertMember } from "./people.ts";
import { Producer } from "./producer.ts";
import { createReceiver, type Receiver } from "./receiver.ts";
import { createTenantForTest, type TestTenant } from "./tenant.ts";

/** A tenant with one endpoint at the receiver, and its producer. */
export type SmallTenant = Pick<TestTenant, "tenantId" | "slug"> & { producer: Producer; endpoint: string };

type VisitOptions = BrowserContextOptions & { role?: Role };

/** The whole app, a browser and a receiver that answers 503 below `/down`, for tests of what one endpoint shows. */
export class SmallScene {
  readonly receiver: Receiver;
  readonly #app: App;
  readonly #browser: Browser;

  private constructor(app: App, browser: Browser, receiver: Receiver) {
    this.#app = app;
    this.#browser = browser;
    this.receiver = receiver;
  }

  static async open(): Promise<SmallScene> {
    const app = await startApp();
    const browser = await openBrowser();
    const receiver = await createReceiver(({ path }) => ({ status: path.endsWith("/down") ? 503 : 200 }));
    return new SmallScene(app, browser, receiver);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.receiver.close();
    await this.#app.stop();
    await closeDatabases();
  }

  /** Its endpoint is at this path of the receiver; a second attempt is due in half an hour. */
  async openTenant(path = "up"): Promise<SmallTenant> {
    const tenant = await createTenantForTest();
    const producer = new Producer(this.#app.url, await tenant.apiKey());
    const settings = { url: `${this.receiver.url}/${path}`, retrySchedule: [1_800] };
    const { body } = await producer.call("POST", "/endpoints", settings);
    return { ...tenant, producer, endpoint: String(body.id) };
  }

  /** A browser of a new member. */
  async visit({ tenantId }: SmallTenant, { role = "owner", ...options }: VisitOptions = {}): Promise<Visit> {
    const opened = await this.visitAsStranger(options);
    await carryCookie(opened.page, this.#app.url, await cookieOf(await insertMember(tenantId, role)));
    return opened;
  }

  /** A browser of somebody who is not signed in. */
  visitAsStranger(options: BrowserContextOptions = {}): Promise<Visit> {
    return openVisit(this.#browser, this.#app.url, options);
  }
}

export function postEvent({ producer }: SmallTenant, n = 0) {
  return producer.call("POST", "/events", { type: "invoice.paid", data: { n } });
}

export function buttonOf(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

export function rowsOf(page: Page) {
  return page.locator("[data-row]");
}

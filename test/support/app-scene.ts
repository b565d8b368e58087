import type { Browser, BrowserContextOptions } from "playwright-core";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "./app-server.ts";
import { openBrowser, openVisit, type Visit } from "./browser.ts";
import { carryCookie, cookieOf } from "./people.ts";
import { signUp } from "./person.ts";
import { type Answering, createReceiver, type Receiver } from "./receiver.ts";

export type SceneOptions = {
  /** What the receiver answers; 200 unless given. */
  answering?: Answering;
  /** Settings laid over those of the tests. */
  env?: Record<string, string>;
};

/** Somebody at the pages of a tenant of their own, whose path is such as `/acme`. */
export type SignedUp = Visit & { path: string };

export type Parts = { app: App; browser: Browser; receiver: Receiver };

/** The whole app, a browser and a receiver, for tests that go through pages; open one per test file and close it after. */
export class AppScene {
  readonly url: string;
  readonly receiver: Receiver;
  readonly #app: App;
  readonly #browser: Browser;

  protected constructor({ app, browser, receiver }: Parts) {
    this.url = app.url;
    this.receiver = receiver;
    this.#app = app;
    this.#browser = browser;
  }

  static async open(options: SceneOptions = {}): Promise<AppScene> {
    return new AppScene(await AppScene.start(options));
  }

  protected static async start({ answering, env = {} }: SceneOptions = {}): Promise<Parts> {
    const app = await startApp({ env });
    return { app, browser: await openBrowser(), receiver: await createReceiver(answering) };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.receiver.close();
    await this.#app.stop();
    await closeDatabases();
  }

  /** A browser in which nobody is signed in. */
  outsider(options: BrowserContextOptions = {}): Promise<Visit> {
    return openVisit(this.#browser, this.url, options);
  }

  /** A browser of a user. */
  async visitAs(user: { id: string }, options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = await this.outsider(options);
    await carryCookie(visit.page, this.url, await cookieOf(user));
    return visit;
  }

  /** A browser of the owner of a new tenant, signed up through the page and now at its overview. */
  async signUp(tenant: string): Promise<SignedUp> {
    const visit = await this.outsider();
    const email = `ada@${tenant}.example`;
    return { ...visit, path: await signUp(visit.page, { name: "Ada Lovelace", email, tenant }) };
  }
}

import type { BrowserContextOptions, Page } from "playwright-core";
import { AppScene, type Parts } from "./app-scene.ts";
import type { Visit } from "./browser.ts";
import { createDemo, type Demo, demoPages, outsidePages, signInToDemo } from "./demo.ts";
import { settled } from "./settled.ts";

/** For tests that go over every page: the demo tenant with its history. */
export class DemoScene extends AppScene {
  readonly demo: Demo;
  /** Every page of the dashboard by the name of its screenshot. */
  readonly paths: Record<string, string>;

  private constructor(parts: Parts, demo: Demo, paths: Record<string, string>) {
    super(parts);
    this.demo = demo;
    this.paths = paths;
  }

  static override async open(): Promise<DemoScene> {
    const demo = await createDemo();
    const paths = await demoPages(demo);
    return new DemoScene(await DemoScene.start(), demo, paths);
  }

  /** A browser of the demo tenant's owner. */
  async visit(options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = await this.outsider(options);
    await this.signIn(visit.page);
    return visit;
  }

  /** Signs a browser in as the demo tenant's owner. */
  signIn(page: Page): Promise<void> {
    return signInToDemo(page, this.url);
  }

  /** The path of a page, of the dashboard or in front of it, by the name of its screenshot. */
  pathOf(name: string): string {
    const path = this.paths[name] ?? outsidePages[name];
    if (path === undefined) throw new Error(`no page has the name ${name}`);
    return path;
  }

  /** Opens a page by its name and waits until it shows what it came for. */
  async show(page: Page, name: string): Promise<void> {
    await page.goto(this.pathOf(name));
    await settled(page);
  }
}

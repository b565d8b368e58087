import type { BrowserContextOptions } from "playwright-core";
import { AppScene, type Parts } from "./app-scene.ts";
import { type AwkwardTenant, createAwkwardTenant } from "./awkward-tenant.ts";
import type { Visit } from "./browser.ts";

/** For tests of names that break a careless page; its receiver refuses everything, at length. */
export class AwkwardScene extends AppScene {
  readonly tenant: AwkwardTenant;

  private constructor(parts: Parts, tenant: AwkwardTenant) {
    super(parts);
    this.tenant = tenant;
  }

  static override async open(): Promise<AwkwardScene> {
    const body = "מחוץ לשירות ".repeat(400);
    const parts = await AwkwardScene.start({ answering: () => ({ status: 500, body }) });
    return new AwkwardScene(parts, await createAwkwardTenant(parts.receiver.url));
  }

  /** A browser of the tenant's owner. */
  visit(options: BrowserContextOptions = {}): Promise<Visit> {
    return this.visitAs(this.tenant.cookieOwner, options);
  }
}

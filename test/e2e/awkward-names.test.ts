import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import { type AwkwardTenant, createAwkwardTenant } from "#test/support/awkward-tenant.ts";
import { looks } from "#test/support/looks.ts";
import { lookAt } from "#test/support/page-audit.ts";
import { settled } from "#test/support/settled.ts";

let scene: AppScene;
let tenant: AwkwardTenant;

beforeAll(async () => {
  scene = await AppScene.open({ answering: () => ({ status: 500, body: "מחוץ לשירות ".repeat(400) }) });
  tenant = await createAwkwardTenant(scene.receiver.url);
});

afterAll(() => scene.close());

const { light, phone } = looks;

describe.each(Object.entries({ light, phone }))(
  "names without end, space or direction, %s",
  (look, options) => {
    test("break no page", { timeout: 300_000 }, async () => {
      await using visit = await scene.visitAs(tenant.cookieOwner, options);
      const findings: string[] = [];
      for (const [name, path] of Object.entries(tenant.paths)) {
        await visit.page.goto(path);
        await settled(visit.page);
        const found = await lookAt(visit.page, `awkward-${name}-${look}`);
        findings.push(...found.map((finding) => `${name}: ${finding}`));
      }
      expect(findings).toEqual([]);
    });
  },
);

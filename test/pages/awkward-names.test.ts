import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AwkwardScene } from "#test/support/awkward-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { lookAt } from "#test/support/page-audit.ts";
import { settled } from "#test/support/settled.ts";

let scene: AwkwardScene;

beforeAll(async () => {
  scene = await AwkwardScene.open();
});

afterAll(() => scene.close());

describe.each(chosenLooks)("names without end, space or direction, %s", (look, options) => {
  test("break no page", { timeout: 300_000 }, async () => {
    await using visit = await scene.visit(options);
    const findings: string[] = [];
    for (const [name, path] of Object.entries(scene.tenant.paths)) {
      await visit.page.goto(path);
      await settled(visit.page);
      const found = await lookAt(visit.page, `awkward-${name}-${look}`);
      findings.push(...found.map((finding) => `${name}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });
});

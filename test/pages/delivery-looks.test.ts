import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { lookAt } from "#test/support/page-audit.ts";
import { linesAreNumbered } from "#test/support/page-parts.ts";
import { mended, ownerOf, receivingTenant } from "#test/support/receiving-tenant.ts";
import { loaded } from "#test/support/settled.ts";

let scene: AppScene;
/** What is looked at, by the name of its screenshot. */
let places: Record<string, string>;

beforeAll(async () => {
  scene = await AppScene.open();
  const tenant = await receivingTenant(scene, "looks", { headers: { "x-token": "s3cret" } });
  const { id, attempts } = await mended(tenant, scene.receiver);
  const sheet = `/looks/deliveries?delivery=${id}`;
  places = {
    "sheet-request": `${sheet}&part=request`,
    "sheet-response": `${sheet}&attempt=${attempts[0]?.id}`,
    "sheet-signature": `${sheet}&part=signature`,
    "sheet-compare": `${sheet}&compare=previous`,
    "delivery-request": `/looks/deliveries/${id}?part=request`,
    "delivery-response": `/looks/deliveries/${id}`,
    "delivery-signature": `/looks/deliveries/${id}?part=signature`,
    "endpoint-test-editor": await testTabOf(tenant),
  };
});

afterAll(() => scene.close());

async function testTabOf({ producer }: Awaited<ReturnType<typeof receivingTenant>>): Promise<string> {
  const { body } = await producer.call<{ data: { id: string }[] }>("GET", "/endpoints");
  return `/looks/endpoints/${body.data[0]?.id}/test`;
}

/** Resolves when the page shows what it came for. */
async function shown(page: Page, name: string): Promise<void> {
  if (name === "endpoint-test-editor") await linesAreNumbered(page);
  else if (name === "sheet-compare") await page.getByRole("dialog").getByRole("table").waitFor();
  else await page.getByRole("tab", { name: "Request" }).evaluate((tab) => tab.scrollIntoView());
  await loaded(page);
}

test.each(chosenLooks)(
  "every tab of an attempt, the comparison and the editor have no serious accessibility finding and nothing sticking out, %s",
  { timeout: 240_000 },
  async (look, options) => {
    await using visit = await ownerOf(scene, "looks", options);
    const { page } = visit;
    const findings: string[] = [];
    for (const [name, path] of Object.entries(places)) {
      await page.goto(path);
      await shown(page, name);
      const found = await lookAt(page, `${name}-${look}`);
      findings.push(...found.map((finding) => `${name}: ${finding}`));
    }
    expect(findings).toEqual([]);
  },
);

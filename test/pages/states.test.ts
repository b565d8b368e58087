import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { DemoScene } from "#test/support/demo-scene.ts";
import { type List, lists } from "#test/support/lists.ts";
import { looks } from "#test/support/looks.ts";
import { outage, outageDetail, outageRequest } from "#test/support/outage.ts";
import { lookAt } from "#test/support/page-audit.ts";
import { pageSpeed, watchPageSpeed } from "#test/support/page-speed.ts";
import { insertMember } from "#test/support/people.ts";
import { settled } from "#test/support/settled.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

let scene: DemoScene;
let demo: string;

beforeAll(async () => {
  scene = await DemoScene.open();
  demo = `/${scene.demo.slug}`;
});

afterAll(() => scene.close());

const { light, "phone-dark": phone } = looks;

describe.each(Object.entries({ light, "phone-dark": phone }))("every list, %s", (look, options) => {
  test("shows the shape of what is to come while it loads, and nothing jumps when it comes", {
    timeout: 300_000,
  }, async () => {
    await using visit = await scene.visit(options);
    await watchPageSpeed(visit.page);
    const found = await forEachList(lists, async (list) => {
      const release = await hold(visit.page, list.operation);
      await visit.page.goto(demo + list.path);
      await visit.page.locator('main [aria-busy="true"]').first().waitFor();
      const findings = await lookAt(visit.page, `${list.name}-loading-${look}`);
      release();
      await settled(visit.page);
      const { layoutShift: shift } = await pageSpeed(visit.page);
      return shift > 0.1 ? [...findings, `jumps by ${shift.toFixed(3)}`] : findings;
    });
    expect(found).toEqual([]);
  });

  test("says what went wrong, names the request and loads when asked again", {
    timeout: 300_000,
  }, async () => {
    await using visit = await scene.visit(options);
    visit.allow(/503/);
    const found = await forEachList(lists, async (list) => {
      const mend = await breakDown(visit.page, list.operation);
      await visit.page.goto(demo + list.path);
      const failure = visit.page.getByRole("alert").filter({ hasText: outageDetail });
      await failure.getByText(outageRequest).waitFor();
      const findings = await lookAt(visit.page, `${list.name}-error-${look}`);
      await mend();
      await failure.getByRole("button", { name: "Try again" }).click();
      await failure.waitFor({ state: "detached" });
      return findings;
    });
    expect(found).toEqual([]);
  });

  test("offers to clear the filters that nothing matches", { timeout: 300_000 }, async () => {
    await using visit = await scene.visit(options);
    const filtered = lists.filter((list) => list.unmatched);
    const found = await forEachList(filtered, async (list) => {
      await visit.page.goto(`${demo}${list.path}?${list.unmatched}`);
      await visit.page.getByText(/^No .* match these filters$/).waitFor();
      const findings = await lookAt(visit.page, `${list.name}-no-match-${look}`);
      await visit.page.getByRole("main").getByRole("button", { name: "Clear filters" }).last().click();
      await visit.page.getByRole("main").locator("tbody tr").first().waitFor();
      return new URL(visit.page.url()).search === ""
        ? findings
        : [...findings, "keeps the filter in the address"];
    });
    expect(found).toEqual([]);
  });

  test("says what it is for while it is empty, and what to do", { timeout: 300_000 }, async () => {
    const tenant = await createTenantForTest();
    await prisma().eventType.deleteMany({ where: { tenantId: tenant.tenantId } });
    await prisma().apiKey.deleteMany({ where: { tenantId: tenant.tenantId } });
    await using visit = await scene.visitAs(await insertMember(tenant.tenantId, "owner"), options);
    const found = await forEachList(
      lists.filter((list) => list.empty),
      async (list) => {
        await visit.page.goto(`/${tenant.slug}${list.path}`);
        await visit.page.getByText(list.empty ?? "").scrollIntoViewIfNeeded();
        return lookAt(visit.page, `${list.name}-empty-${look}`);
      },
    );
    expect(found).toEqual([]);
  });
});

async function forEachList(
  chosen: readonly List[],
  look: (list: List) => Promise<string[]>,
): Promise<string[]> {
  const findings: string[] = [];
  for (const list of chosen)
    findings.push(...(await look(list)).map((finding) => `${list.name}: ${finding}`));
  return findings;
}

function readingOf(operation: string) {
  return (url: URL) => url.pathname === `/api/v1${operation}`;
}

/** Keeps the answers of an operation back until the returned function is called. */
async function hold(page: Page, operation: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const reading = readingOf(operation);
  await page.route(reading, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Lets an operation fail as it does during an outage, until the returned function is called. */
async function breakDown(page: Page, operation: string): Promise<() => Promise<void>> {
  const reading = readingOf(operation);
  await page.route(reading, (route) => route.fulfill(outage));
  return () => page.unroute(reading);
}

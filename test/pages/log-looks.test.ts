import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context.ts";
import { prisma } from "#lib/db.ts";
import { createView } from "#lib/views/create.ts";
import { DemoScene } from "#test/support/demo-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { lookAt } from "#test/support/page-audit.ts";
import { loaded } from "#test/support/settled.ts";

let scene: DemoScene;
let demo: string;

beforeAll(async () => {
  scene = await DemoScene.open();
  demo = `/${scene.demo.slug}`;
  await keepViews(scene.demo.tenantId);
});

afterAll(() => scene.close());

/** Brings a log into a state that its address alone does not show. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  "log-selection": async (page) => {
    await page.goto(`${demo}/deliveries?status=failed,retrying,canceled`);
    for (const place of [0, 1, 3])
      await page
        .getByRole("checkbox", { name: /^Select / })
        .nth(place + 1)
        .click();
    await page.getByRole("button", { name: "Resend 3" }).waitFor();
  },
  "log-selection-whole": async (page) => {
    await page.goto(`${demo}/deliveries`);
    await page
      .getByRole("checkbox", { name: /^Select / })
      .nth(1)
      .click();
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    await page.getByRole("button", { name: /^Select all [\d,]+ that did not arrive/ }).waitFor();
  },
  "log-selection-refused": async (page) => {
    await page.goto(`${demo}/deliveries?status=canceled`);
    await page
      .getByRole("checkbox", { name: /^Select / })
      .nth(1)
      .click();
    await page.getByRole("button", { name: "Resend 1" }).click();
    await page.getByText("1 of 1 not queued").waitFor();
  },
  "events-histogram": async (page) => {
    await page.goto(`${demo}/events?range=7d&status=failed,retrying`);
    await page.getByRole("figure", { name: "Events over time" }).waitFor();
    await page.locator("[data-row]").first().waitFor();
  },
  "views-menu": async (page) => {
    await page.goto(`${demo}/deliveries?status=failed&range=7d`);
    await page.locator("[data-row]").first().waitFor();
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByText("Failed this week").waitFor();
  },
  "view-edited": async (page) => {
    await page.goto(`${demo}/deliveries`);
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("link", { name: "Failed this week" }).click();
    await page.getByRole("button", { name: "Clear status filter" }).click();
    await page.getByRole("button", { name: /Failed this week/ }).click();
    await page.getByRole("button", { name: "Save changes to" }).waitFor();
  },
  "view-dialog": async (page) => {
    await page.goto(`${demo}/events?tag=region:eu`);
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("button", { name: "Save this filter" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Events of the European region");
  },
  "log-no-match": async (page) => {
    await page.goto(`${demo}/events?tag=nowhere&code=404&range=24h`);
    await page.getByText("No events match these filters").waitFor();
  },
};

/** The views of the demo tenant: one of the person at the pages, and two that somebody else shares. */
async function keepViews(tenantId: string): Promise<void> {
  const members = await prisma().member.findMany({
    where: { tenantId },
    include: { user: true },
    orderBy: { userId: "asc" },
  });
  const contextOf = (isDemo: boolean): Context => {
    const member = members.find(({ user }) => (user.email === "demo@posthorn.local") === isDemo);
    if (!member) throw new Error("the seed has no such member");
    return { tenantId, actor: { kind: "user", id: member.userId, label: member.user.email } };
  };
  const log = "deliveries";
  await createView(contextOf(true), { log, name: "Mine", query: "status=retrying", isShared: false });
  const shared = {
    "Failed this week": "status=failed&range=7d",
    "Timeouts of all enterprise customers in Europe": "error=timeout",
  };
  for (const [name, query] of Object.entries(shared))
    await createView(contextOf(false), { log, name, query, isShared: true });
}

describe.each(chosenLooks)("the states of the logs, %s", (look, options) => {
  test.each(Object.entries(states))(
    "%s has no serious finding, nothing sticking out and no console error",
    async (name, bring) => {
      await using visit = await scene.visit(options);
      await bring(visit.page);
      await loaded(visit.page);
      expect(await lookAt(visit.page, `${name}-${look}`)).toEqual([]);
    },
  );
});

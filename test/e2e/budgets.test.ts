import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DemoScene } from "#test/support/demo-scene.ts";
import { type PageSpeed, pageSpeed, watchPageSpeed } from "#test/support/page-speed.ts";
import { routeChanges, routeChangeTable } from "#test/support/route-changes.ts";

/** The most that a page may load of scripts, in kB as they are sent. Lower one when a page got lighter. */
const scriptBudgets = {
  "sign-in": 300,
  overview: 500,
  endpoints: 355,
  "endpoint-new": 400,
  endpoint: 520,
  "endpoint-test": 525,
  "endpoint-settings": 425,
  events: 510,
  event: 395,
  deliveries: 555,
  "delivery-failed": 380,
  replays: 370,
  replay: 350,
  "event-types": 350,
  "event-type": 495,
  applications: 360,
  application: 345,
  playground: 395,
  "api-keys": 385,
  quickstart: 420,
  "settings-general": 375,
  "settings-members": 380,
  "settings-notifications": 380,
  "settings-audit-log": 355,
  account: 360,
  docs: 370,
  "docs-api": 340,
};
const mostLayoutShift = 0.1;

let scene: DemoScene;
const measured = new Map<string, PageSpeed>();
let changes: string[] = [];

beforeAll(async () => {
  scene = await DemoScene.open();
});

afterAll(async () => {
  await scene.close();
  await writeTable();
});

test.each(Object.entries(scriptBudgets))(
  "%s keeps to its budget of %i kB of scripts, and nothing on it moves",
  async (name, kilobytes) => {
    // A visitor of their own for each page: nothing is in the browser's cache.
    await using visit = await scene.outsider({ viewport: { width: 1440, height: 900 } });
    if (name !== "sign-in") await scene.signIn(visit.page);
    visit.allow(/ERR_FAILED/);
    await holdPrefetching(visit.page);
    await visit.page.route("**/api/v1/stream", (route) => route.abort());
    await watchPageSpeed(visit.page);
    await scene.show(visit.page, name);
    await visit.page.waitForLoadState("networkidle");
    const speed = await pageSpeed(visit.page);
    measured.set(name, speed);
    expect(Math.ceil(speed.scriptBytes / 1_000), largestOf(speed)).toBeLessThanOrEqual(kilobytes);
    expect(speed.layoutShift).toBeLessThanOrEqual(mostLayoutShift);
  },
);

test("a change between pages seen before leads to the other page, and how long it takes is written down", async () => {
  await using visit = await scene.visit();
  await scene.show(visit.page, "overview");
  changes = routeChangeTable(await routeChanges(visit.page));
});

/** The router fetches the pages that links lead to when it has time: that is not what this page needs. */
async function holdPrefetching(page: Page): Promise<void> {
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    (route) => (route.request().headers()["next-router-prefetch"] ? route.abort() : route.continue()),
  );
}

function largestOf({ scripts }: PageSpeed): string {
  const largest = scripts.toSorted((one, other) => other.bytes - one.bytes).slice(0, 8);
  return `The largest: ${largest.map(({ name, bytes }) => `${name} ${Math.ceil(bytes / 1_000)} kB`).join(", ")}`;
}

/** Times depend on the machine, so they are written down and not judged. */
async function writeTable(): Promise<void> {
  const rows = [...measured].map(([name, speed]) =>
    [
      name,
      (speed.scriptBytes / 1_000).toFixed(0),
      speed.layoutShift.toFixed(3),
      ...[speed.firstContentfulPaintMs, speed.largestContentfulPaintMs, speed.totalBlockingMs].map((ms) =>
        ms.toFixed(0),
      ),
    ].join(" | "),
  );
  const head = "page | scripts, kB | layout shift | first paint, ms | largest paint, ms | blocked, ms";
  const folder = join("test", ".artifacts");
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "page-speed.md"),
    `${[head, "-|-|-|-|-|-", ...rows, "", ...changes].join("\n")}\n`,
  );
}

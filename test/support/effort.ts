import type { Page } from "playwright-core";
import { expect } from "vitest";

export type Effort = { clicks: number; seconds: number };

/** Throws when more was needed than this. */
export type ExpectEffort = (most: Effort) => void;

/** Counts from now on what a person does on this page, over all navigation; answers with a function that judges it. */
export async function measureEffort(page: Page): Promise<ExpectEffort> {
  const startedAtMs = performance.now();
  let clicks = 0;
  await page.exposeFunction("noteClick", () => {
    clicks += 1;
  });
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return (most) => {
    const seconds = (performance.now() - startedAtMs) / 1_000;
    const needed = `${clicks} clicks and ${seconds.toFixed(1)} s`;
    if (clicks === 0) throw new Error("no click was counted");
    if (clicks > most.clicks || seconds > most.seconds)
      throw new Error(`${needed} instead of at most ${most.clicks} and ${most.seconds}`);
    process.stdout.write(`${needed} needed: ${expect.getState().currentTestName}\n`);
  };
}

function listen(): void {
  const { noteClick } = window as unknown as { noteClick: () => void };
  addEventListener("pointerdown", () => noteClick(), { capture: true });
}

import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { waitFor } from "./wait-for.ts";

/** Fails unless a button is off and says why, to those who hear the page and to those who point at it. */
export async function expectDisabled(button: Locator, reason: string): Promise<void> {
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  const page = button.page();
  const spoken = page.locator(`[id="${await button.getAttribute("aria-describedby")}"]`);
  expect(await spoken.textContent()).toBe(reason);
  const texts = page.getByText(reason, { exact: true });
  const before = await texts.count();
  await waitFor("the reason beside the pointer", async () => {
    await page.mouse.move(0, 0);
    await button.hover();
    await texts.nth(before).waitFor({ timeout: 1_000 });
    return true;
  });
}

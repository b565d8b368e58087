import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** Fails unless a button is off and says why, to those who hear the page and to those who point at it. */
export async function expectDisabled(button: Locator, reason: string): Promise<void> {
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  const page = button.page();
  const spoken = page.locator(`[id="${await button.getAttribute("aria-describedby")}"]`);
  expect(await spoken.textContent()).toBe(reason);
  const texts = page.getByText(reason, { exact: true });
  const before = await texts.count();
  await button.hover();
  await expect.poll(() => texts.count()).toBe(before + 1);
}

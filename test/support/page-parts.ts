import type { Locator, Page } from "playwright-core";
import { waitFor } from "./wait-for.ts";

export function buttonOf(page: Page, name: string | RegExp) {
  return page.getByRole("button", { name, exact: true });
}

/** Opens the palette by its key and answers where one types. */
export async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: "Search, or paste an id" });
  await search.waitFor();
  return search;
}

/** The rows of a log. */
export function rowsOf(page: Page) {
  return page.locator("[data-row]");
}

/** What the rows of a log are of, from the top. */
export function rowIds(page: Page): Promise<(string | null)[]> {
  return rowsOf(page).evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));
}

/** Walks to the first row of a log by its key, k, as often as it takes: a page that has not come to life hears nothing. */
export async function walkToFirst(page: Page): Promise<void> {
  const first = rowsOf(page).first();
  await first.waitFor();
  await waitFor("the first row to have the focus", async () => {
    await page.keyboard.press("k");
    return first.evaluate((row) => row === document.activeElement);
  });
}

/** Resolves when every line of the editor has its number beside it. */
export async function linesAreNumbered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const topsOf = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.style.visibility !== "hidden")
        .map((element) => element.getBoundingClientRect().top);
    const numbers = topsOf(".cm-lineNumbers .cm-gutterElement");
    const lines = topsOf(".cm-line");
    return lines.length > 0 && lines.every((top, place) => Math.abs(top - (numbers[place] ?? 0)) < 1);
  });
}

import type { Page } from "playwright-core";

export function buttonOf(page: Page, name: string | RegExp) {
  return page.getByRole("button", { name, exact: true });
}

/** The rows of a log. */
export function rowsOf(page: Page) {
  return page.locator("[data-row]");
}

/** What the rows of a log are of, from the top. */
export function rowIds(page: Page): Promise<(string | null)[]> {
  return rowsOf(page).evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));
}

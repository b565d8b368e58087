import type { Page } from "playwright-core";

/** What a page owes to whoever moves by headings, landmarks and links; one line for each fault. */
export function structureFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const count = (selector: string) => document.querySelectorAll(selector).length;
    // A chart answers to the arrow keys and Enter, a tree to the arrow keys.
    const controls =
      "a, button, label, summary, select, input, textarea, [role=button], [role=option], [role=tab], [role=switch], [role=checkbox], [role=radio], [role^=menuitem], [role=treeitem], figure:has([role=application])";
    const hands = [...document.querySelectorAll("body *")].filter(
      (element) => getComputedStyle(element).cursor === "pointer" && element.closest(controls) === null,
    );
    const pretenders = [
      ...document.querySelectorAll(
        "a:not([href], [aria-disabled=true]), [role=button]:not(button, [role=treeitem] *), [role=link]:not(a)",
      ),
    ];
    return [
      ...(count("h1") === 1 ? [] : [`${count("h1")} headings of level 1`]),
      ...(count("main") === 1 ? [] : [`${count("main")} main landmarks`]),
      ...(document.title.includes("Posthorn") ? [] : [`the title "${document.title}"`]),
      ...pretenders.map((element) => `no real link or button: ${element.outerHTML.slice(0, 160)}`),
      ...hands.map((element) => `answers to a pointer alone: ${element.outerHTML.slice(0, 160)}`),
    ];
  });
}

/** What a finger of 44 px misses on a phone: controls that are smaller, links in running text excepted. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const finger = 44;
    const controls = document.querySelectorAll<HTMLElement>(
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=checkbox], [role=radio]",
    );
    const isShown = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.tabIndex >= 0 &&
      element.getBoundingClientRect().width > 1 &&
      element.closest("[aria-hidden=true]") === null;
    const isInText = (element: HTMLElement) =>
      element.matches("a") &&
      getComputedStyle(element).display.startsWith("inline") &&
      element.closest("p, li, dd, td") !== null;
    // A control may look smaller than it is: what stretches it is drawn after it, or is the label or group around it.
    const reach = (element: HTMLElement) => {
      const own = element.getBoundingClientRect();
      const after = getComputedStyle(element, "::after");
      const around = element
        .closest(element.matches("input") ? "label, [role=group]" : "label")
        ?.getBoundingClientRect();
      const isStretched = after.content !== "none" && after.position === "absolute";
      return {
        width: Math.max(own.width, around?.width ?? 0, isStretched ? Number.parseFloat(after.width) : 0),
        height: Math.max(own.height, around?.height ?? 0, isStretched ? Number.parseFloat(after.height) : 0),
      };
    };
    return [...controls]
      .filter((element) => isShown(element) && !isInText(element))
      .map((element) => ({ element, ...reach(element) }))
      .filter(({ width, height }) => Math.min(width, height) < finger - 0.5)
      .map(
        ({ element, width, height }) =>
          `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.replace(/ class="[^"]*"/, "").slice(0, 120)}`,
      );
  });
}

/** Walks the first stops of the Tab key; names those that do not show that they have the focus. */
export async function unseenStops(page: Page, stops: number): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const shows = (style: CSSStyleDeclaration) =>
        (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== "none";
      const isSeen =
        [null, "::after", "::before"].some((part) => shows(getComputedStyle(element, part))) ||
        [element.parentElement, element.matches("input") ? element.closest("[role=group]") : null].some(
          (frame) => frame !== null && shows(getComputedStyle(frame)),
        );
      return isSeen ? undefined : element.outerHTML.replace(/ class="[^"]*"/, "").slice(0, 160);
    });
    if (fault) unseen.push(fault);
  }
  return unseen;
}

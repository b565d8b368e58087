import type { Locator, Page } from "playwright-core";

const mostStops = 90;

/** Presses Tab until this control has the focus; throws when it is never reached, or a stop on the way does not show itself. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await target.waitFor();
  const unfocused = await target.evaluate(lookOf);
  for (let stop = 0; stop < mostStops; stop += 1) {
    await stepOn(page);
    if (!(await hasFocus(target))) continue;
    if ((await target.evaluate(lookOf)) === unfocused) throw new Error(`${target} has the focus, unseen`);
    return;
  }
  throw new Error(`${target} is not among the next ${mostStops} stops`);
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** One stop on; what had the focus must look otherwise once it has gone. */
async function stepOn(page: Page): Promise<void> {
  const left = await page.evaluateHandle(() => document.activeElement ?? document.body);
  const focused = await left.evaluate(lookOf);
  await page.keyboard.press("Tab");
  await page.evaluate(painted);
  const unseen = await left.evaluate((element) =>
    element === document.body || element.matches("[tabindex='-1']") || element === document.activeElement
      ? undefined
      : element.outerHTML.slice(0, 200),
  );
  if (unseen && (await left.evaluate(lookOf)) === focused)
    throw new Error(`nobody sees the focus on ${unseen}`);
}

/** Everything by which an element, or what frames it, may show that it has the focus. */
function lookOf(element: Element): string {
  const frames = [element, element.parentElement, element.parentElement?.parentElement];
  const styles = [
    ...frames.flatMap((frame) => (frame ? [getComputedStyle(frame)] : [])),
    getComputedStyle(element, "::before"),
    getComputedStyle(element, "::after"),
  ];
  return styles
    .map(({ outline, boxShadow, borderColor, backgroundColor }) =>
      [outline, boxShadow, borderColor, backgroundColor].join(),
    )
    .join(";");
}

/** Two frames: what a change of style sets in motion is over by then. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

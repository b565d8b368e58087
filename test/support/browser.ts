import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { alive } from "./alive.ts";
import { chromiumExecutable } from "./chromium.ts";

/** Starts the browser; open one per test file and close it after. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await chromiumExecutable();
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--font-render-hinting=none"],
  });
}

export type Visit = {
  page: Page;
  /** Lets console errors that match pass, such as those of an answer the test provokes. */
  allow: (pattern: RegExp) => void;
  /** Closes the page and throws if it reported errors that nobody allowed. */
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/**
 * Opens a page with cookies of its own on `url`; errors it reports (console, uncaught, a 5xx answer) fail the test on close.
 * Its `goto` and `reload` resolve when the page is alive.
 */
export async function openVisit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (options.javaScriptEnabled !== false) awaitLife(page);
  const problems = collectProblems(page);
  const allowed: RegExp[] = [];
  const close = async () => {
    const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    await context.close();
    if (unexpected.length > 0) throw new Error(`The page reported errors:\n${unexpected.join("\n")}`);
  };
  return { page, allow: (pattern) => allowed.push(pattern), close, [Symbol.asyncDispose]: close };
}

/** Saves what the page shows, once its fonts are there, as `<name>.png` in SCREENSHOT_FOLDER; without one, nothing. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOT_FOLDER;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

/** Lets both ways to open a document wait for its life, unless the test says what else to wait for. */
function awaitLife(page: Page): void {
  const { goto, reload } = page;
  page.goto = async (url, options) => {
    const answer = await goto.call(page, url, options);
    if (options?.waitUntil === undefined) await alive(page);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload.call(page, options);
    if (options?.waitUntil === undefined) await alive(page);
    return answer;
  };
}

function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}

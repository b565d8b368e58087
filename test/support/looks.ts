import type { BrowserContextOptions } from "playwright-core";

const wide = { viewport: { width: 1440, height: 900 } };
const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** What every page is looked at in. */
export const looks = {
  light: { ...wide, colorScheme: "light" },
  dark: { ...wide, colorScheme: "dark" },
  phone: { ...narrow, colorScheme: "light" },
  "phone-dark": { ...narrow, colorScheme: "dark" },
} satisfies Record<string, BrowserContextOptions>;

/** Both themes and both widths; in every combination where pictures are taken. */
export const chosenLooks: [string, BrowserContextOptions][] = Object.entries(looks).filter(
  ([name]) => process.env.SCREENSHOT_FOLDER || name === "light" || name === "phone-dark",
);

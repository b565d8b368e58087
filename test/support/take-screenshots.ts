import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

// Takes every picture anew, of pages, of their states and of all that opens; only some: `npm run screenshots -- states`.
const folder = join("test", "pages", "screenshots");
const all = [
  "every-page",
  "states",
  "dialogs",
  "awkward-names",
  "delivery-looks",
  "log-looks",
  "playground",
  "replays",
  "catalogue",
  "preferences",
  "portal",
];
const chosen = process.argv.slice(2);
if (chosen.length === 0) rmSync(folder, { recursive: true, force: true });
const files = (chosen.length > 0 ? chosen : all).map((name) => `test/pages/${name}.test.ts`);
const argv = [join("node_modules", "vitest", "vitest.mjs"), "run", ...files];
const { status } = spawnSync(process.execPath, argv, {
  stdio: "inherit",
  env: { ...process.env, SCREENSHOT_FOLDER: folder },
});
process.exitCode = status ?? 1;

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

// Takes the pictures that the README shows anew: `npm run screenshots`.
const folder = join("test", "e2e", "screenshots");
rmSync(folder, { recursive: true, force: true });
const argv = [join("node_modules", "vitest", "vitest.mjs"), "run", "test/e2e/pages.test.ts"];
const { status } = spawnSync(process.execPath, argv, {
  stdio: "inherit",
  env: { ...process.env, SCREENSHOT_FOLDER: folder },
});
process.exitCode = status ?? 1;

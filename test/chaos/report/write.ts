import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { toMarkdown } from "./markdown.ts";
import type { Report } from "./report.ts";

const folder = resolve(import.meta.dirname, "..", "results");

/** Writes `latest.json` and `latest.md`. */
export async function writeReport(report: Report): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "latest.json"), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(join(folder, "latest.md"), toMarkdown(report));
}

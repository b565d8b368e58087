import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { toMarkdown } from "./markdown.ts";
import type { Report } from "./report.ts";
import { toSvg } from "./svg.ts";

const folder = resolve(import.meta.dirname, "..", "results");

/** Writes `latest.md`, `latest.json` and `latest.svg`, and the JSON to `jsonFile` as well; a run that only proves itself keeps the record. */
export async function writeReport(report: Report, jsonFile: string | undefined): Promise<void> {
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  if (jsonFile !== undefined) await writeFile(jsonFile, json);
  if (report.scale === "smoke") return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "latest.json"), json);
  await writeFile(join(folder, "latest.md"), toMarkdown(report));
  await writeFile(join(folder, "latest.svg"), toSvg(report));
}

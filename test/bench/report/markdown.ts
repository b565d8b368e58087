import { showFigure } from "../figure.ts";
import type { Report } from "./report.ts";
import type { Result } from "./results.ts";
import type { Verdict } from "./targets.ts";

/** The whole report as Markdown: the machine, the targets, then every figure. */
export function toMarkdown(report: Report): string {
  const { machine } = report;
  const sections = [
    "# Benchmark",
    `${machine.date} UTC, commit ${machine.commit}, ${report.scale} run, medians of ${report.blocks} interleaved blocks.`,
    `${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres}, ${machine.packages}. Load generator, receiver, web, worker and Postgres share this machine.`,
    ...(report.failures.length > 0 ? ["## Failed: no figure", bullets(report.failures)] : []),
    "## Targets",
    table(["what", "wanted", "median", "worst block", ""], report.targets.map(toRow)),
    ...report.subjects.flatMap(({ id, title }) => subjectSection(`${id} ${title}`, resultsOf(report, id))),
  ];
  return `${sections.join("\n\n")}\n`;
}

export function showBound({ bound, unit }: Verdict): string {
  if (bound.atLeast !== undefined) return `≥ ${showFigure(bound.atLeast, unit)}`;
  return bound.atMost === undefined ? "" : `≤ ${showFigure(bound.atMost, unit)}`;
}

function toRow(verdict: Verdict): string[] {
  const { what, median, worst, unit, isMet } = verdict;
  const judged = isMet === undefined ? "" : isMet ? "met" : "**missed**";
  return [what, showBound(verdict), showFigure(median, unit), showFigure(worst, unit), judged];
}

function subjectSection(heading: string, results: readonly Result[]): string[] {
  if (results.length === 0) return [];
  const rows = results.map(({ name, unit, median, worst }) => [
    name,
    showFigure(median, unit),
    showFigure(worst, unit),
  ]);
  return [`## ${heading}`, table(["figure", "median", "worst block"], rows)];
}

function resultsOf({ results }: Report, id: string): Result[] {
  return results.filter(({ subject }) => subject === id);
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

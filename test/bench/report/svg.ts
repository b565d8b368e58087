import { showFigure } from "../figure.ts";
import { showBound } from "./markdown.ts";
import type { Report } from "./report.ts";
import type { Verdict } from "./targets.ts";

const width = 760;
const rowHeight = 34;
const top = 64;
const barX = 380;
const barWidth = 260;

/** The shares of the ceilings as bars, each with a line where the target stands. */
export function toSvg(report: Report): string {
  const shares = report.targets.filter(({ unit, bound }) => unit === "share" && bound.atLeast !== undefined);
  const height = top + shares.length * rowHeight + 16;
  const { machine } = report;
  const subtitle = `${machine.date} UTC · ${machine.cores} × ${machine.cpu} · ${machine.commit}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Shares of the ceilings" font-family="system-ui, sans-serif">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#e4e4e7"/>`,
    text({ x: 16, y: 28, size: 15, fill: "#18181b" }, "How much of the ceilings Posthorn reaches"),
    text({ x: 16, y: 46, size: 11, fill: "#71717a" }, subtitle),
    ...shares.flatMap((verdict, row) => bar(verdict, top + row * rowHeight)),
    "</svg>\n",
  ].join("\n");
}

function bar(verdict: Verdict, y: number): string[] {
  const { median, bound, isMet, what, unit } = verdict;
  const along = (share: number) => barX + Math.min(1, Math.max(0, share)) * barWidth;
  const wanted = bound.atLeast ?? 1;
  const fill = isMet ? "#0f766e" : "#b45309";
  return [
    text({ x: 16, y: y + 17, size: 12, fill: "#3f3f46" }, what),
    `<rect x="${barX}" y="${y + 5}" width="${barWidth}" height="16" rx="3" fill="#f4f4f5"/>`,
    `<rect x="${barX}" y="${y + 5}" width="${(along(median) - barX).toFixed(1)}" height="16" rx="3" fill="${fill}"/>`,
    `<line x1="${along(wanted).toFixed(1)}" x2="${along(wanted).toFixed(1)}" y1="${y + 1}" y2="${y + 25}" stroke="#18181b" stroke-width="1.5"/>`,
    text(
      { x: barX + barWidth + 10, y: y + 17, size: 12, fill: "#18181b" },
      `${showFigure(median, unit)} (${showBound(verdict)})`,
    ),
  ];
}

type Place = { x: number; y: number; size: number; fill: string };

function text({ x, y, size, fill }: Place, content: string): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${escaped}</text>`;
}

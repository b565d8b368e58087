import type { Report } from "./report.ts";

/** The report for people: what held, what broke and why, and how long things took. */
export function toMarkdown(report: Report): string {
  const { seed, minutes, elapsedSeconds, isSound } = report;
  return [
    `# Chaos run: ${isSound ? "every promise held" : "broken"}`,
    `Seed ${seed}, ${minutes} minutes (${elapsedSeconds} s); a full disk by ${report.disk}. Again: ` +
      `\`npm run chaos -- --seed ${seed} --minutes ${minutes}\``,
    isSound ? "" : `The ledgers are kept in ${report.dir}.`,
    table(
      ["promise", "broken", "what it says"],
      report.verdicts.map(({ name, broken, promise }) => [
        name,
        broken === 0 ? "never" : `${broken} ×`,
        promise,
      ]),
    ),
    ...report.verdicts.filter(({ broken }) => broken > 0).map(({ name, evidence }) => list(name, evidence)),
    table(
      ["figure", "value"],
      Object.entries(report.counts).map(([name, value]) => [name, value.toLocaleString("en")]),
    ),
    "Milliseconds from acknowledgement to receipt at healthy endpoints:",
    table(
      ["", "deliveries", "p50", "p99", "max"],
      Object.entries(report.latency).map(([when, { deliveries, p50, p99, max }]) => [
        when,
        deliveries,
        p50,
        p99,
        max,
      ]),
    ),
    "Milliseconds from the blow until all that was acknowledged by its end had reached the healthy endpoints:",
    table(
      ["fault", "struck", "kills", "p50", "max"],
      report.faults.map(({ name, struck, kills, recoveryP50, recoveryMax }) => [
        name,
        struck,
        kills,
        recoveryP50,
        recoveryMax,
      ]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function list(name: string, evidence: readonly string[]): string {
  return `**${name}**\n\n${evidence.map((line) => `- ${line.replaceAll("\n", "\n  ")}`).join("\n")}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

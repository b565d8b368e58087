import type { Measured } from "../blocks.ts";
import type { Options } from "../options.ts";
import type { Machine } from "./machine.ts";
import { type Result, toResults } from "./results.ts";
import { judge, type Verdict } from "./targets.ts";

export type Report = {
  machine: Machine;
  scale: Options["scaleName"];
  blocks: number;
  subjects: { id: string; title: string; ceilings: readonly string[] }[];
  targets: Verdict[];
  results: Result[];
  failures: string[];
};

export function toReport(measured: readonly Measured[], machine: Machine, options: Options): Report {
  const results = toResults(measured);
  return {
    machine,
    scale: options.scaleName,
    blocks: options.scale.blocks,
    subjects: measured.map(({ subject: { id, title, ceilings } }) => ({ id, title, ceilings })),
    targets: judge(results),
    results,
    failures: measured.flatMap(({ failures }) => failures),
  };
}

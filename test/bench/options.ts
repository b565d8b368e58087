import { parseArgs } from "node:util";
import { full, quick, type Scale, smoke } from "./scale.ts";
import { subjectIds } from "./subjects.ts";

export type Options = {
  scale: Scale;
  scaleName: "full" | "quick" | "smoke";
  only: string[];
  jsonFile: string | undefined;
  profileDir: string | undefined;
};

const usage = `npm run bench -- [--quick | --smoke] [--only W1,W2] [--blocks 5] [--json FILE] [--profile DIR]

  --quick    the workloads of every day in under three minutes, instead of the full record
  --smoke    every workload at a tiny size: proves that they run, and says nothing about speed
  --only     these workloads, with their ceilings
  --blocks   how often everything is measured, in turned order
  --json     write all figures to this file as well
  --profile  have web and worker write CPU profiles into this folder`;

/** Reads the command line; undefined when it asks for help. Throws for what it does not know. */
export function readOptions(args: string[]): Options | undefined {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      smoke: { type: "boolean", default: false },
      only: { type: "string" },
      blocks: { type: "string" },
      json: { type: "string" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return undefined;
  }
  const scaleName = values.smoke ? "smoke" : values.quick ? "quick" : "full";
  const scale = { full, quick, smoke }[scaleName];
  return {
    scale: { ...scale, blocks: blocksOf(values.blocks) ?? scale.blocks },
    scaleName,
    only: onlyOf(values.only),
    jsonFile: values.json,
    profileDir: values.profile,
  };
}

function blocksOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const blocks = Number(text);
  if (!Number.isInteger(blocks) || blocks < 1) throw new Error("--blocks wants a whole number from 1");
  return blocks;
}

function onlyOf(text: string | undefined): string[] {
  const ids = text?.split(",").map((id) => id.trim().toUpperCase()) ?? [];
  const unknown = ids.filter((id) => !subjectIds.includes(id));
  if (unknown.length > 0) throw new Error(`--only knows ${subjectIds.join(", ")}; not ${unknown.join(", ")}`);
  return ids;
}

import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { runChaos } from "./chaos.ts";

/** The seed of this run: that of CHAOS_SEED, to run a failure again, else a new one. */
const seed = Number(process.env.CHAOS_SEED ?? randomInt(2 ** 31));
const minutes = 2;

test("two minutes of kills, outages and a full disk break no promise", {
  timeout: (minutes + 6) * 60_000,
}, async () => {
  process.stdout.write(`chaos with CHAOS_SEED=${seed}\n`);
  const steps: string[] = [];
  const options = { seed, minutes, pile: 3_000, eventsPerSecond: 25, loopTo: 0 };
  const report = await runChaos(options, (step) => steps.push(step)).catch((error) => {
    throw new Error(`the run itself broke after:\n${steps.join("\n")}`, { cause: error });
  });
  const broken = report.verdicts.filter((verdict) => verdict.broken > 0);
  expect(broken, `${steps.join("\n")}\nledgers in ${report.dir}, CHAOS_SEED=${seed}`).toEqual([]);
  expect(report.counts.kills).toBeGreaterThan(0);
  expect(report.counts["events acknowledged"]).toBeGreaterThan(0);
  expect(report.counts["requests received"]).toBeGreaterThan(0);
});

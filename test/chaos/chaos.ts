import { playFaults, playLoop } from "./acts/play-faults.ts";
import { settleDown } from "./acts/settle-down.ts";
import { startLoad } from "./acts/start-load.ts";
import { readFacts } from "./ledgers/read-facts.ts";
import type { Options } from "./options.ts";
import { createRandom } from "./random.ts";
import { type Report, toReport } from "./report/report.ts";
import { prepare, type Rig, startRig } from "./scene/rig.ts";
import { openScene } from "./scene/scene.ts";
import { within } from "./within.ts";

export type Say = (message: string) => void;

/**
 * A whole run: load, faults by the seed, calm, and the reconciliation of the three ledgers. It stops only what it started;
 * the ledgers of a run that broke a promise are kept.
 */
export async function runChaos(options: Options, say: Say): Promise<Report> {
  await prepare();
  const startedAt = Date.now();
  const sayWhen: Say = (message) =>
    say(`${((Date.now() - startedAt) / 1_000).toFixed(1).padStart(7)} s  ${message}`);
  const rig = await startRig(options.seed);
  const stopOnSignal = () => void rig.stop("worth keeping").finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stopOnSignal);
  try {
    const report = await play(rig, { options, startedAt, say: sayWhen });
    await rig.stop(report.isSound ? "done with" : "worth keeping");
    return report;
  } catch (error) {
    await rig.stop("worth keeping");
    throw error;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stopOnSignal);
  }
}

type Run = { options: Options; startedAt: number; say: Say };

async function play(rig: Rig, { options, startedAt, say }: Run): Promise<Report> {
  const random = createRandom(options.seed);
  const scene = await within(120_000, "starting everything", openScene(rig));
  say(`all is running; ledgers in ${rig.dir}`);
  const stopLoad = await within(60_000, "starting the load", startLoad(scene, options, random.fork("load")));
  const playing = options.loopTo > 0 ? playLoop : playFaults;
  await playing(scene, { options, startedAt, random: random.fork("faults"), say });
  say("no more faults; waiting until everything has arrived");
  await within(120_000, "ending the load", stopLoad());
  await settleDown(scene);
  say("reconciling");
  const facts = await within(180_000, "reading the ledgers", readFacts(scene));
  return toReport(facts, { options, dir: rig.dir, disk: rig.disk, elapsedMs: Date.now() - startedAt });
}

import { invariants } from "../invariants/all.ts";
import { findDuplicates } from "../invariants/duplicates.ts";
import type { Facts } from "../ledgers/facts.ts";
import type { Options } from "../options.ts";
import type { Disk } from "../scene/disk.ts";
import { type FaultFigures, faultFigures } from "./fault-figures.ts";
import { type LatencyFigures, latencyFigures } from "./latency-figures.ts";

export type Verdict = { name: string; promise: string; broken: number; evidence: string[] };

export type Report = {
  isSound: boolean;
  seed: number;
  minutes: number;
  elapsedSeconds: number;
  /** How a full disk was made. */
  disk: "tmpfs" | "SQLSTATE 53100";
  /** Where the ledgers of a run that broke a promise are kept. */
  dir: string | undefined;
  verdicts: Verdict[];
  counts: Record<string, number>;
  latency: { calm: LatencyFigures; troubled: LatencyFigures };
  faults: FaultFigures[];
};

type Run = { options: Options; dir: string; disk: Disk; elapsedMs: number };

const shownEvidence = 5;

/** Holds every promise against the facts of a run and sums them up. */
export function toReport(facts: Facts, { options, dir, disk, elapsedMs }: Run): Report {
  const verdicts = invariants.map(({ name, promise, findBroken }) => {
    const broken = findBroken(facts);
    return { name, promise, broken: broken.length, evidence: broken.slice(0, shownEvidence) };
  });
  const isSound = verdicts.every(({ broken }) => broken === 0);
  return {
    isSound,
    seed: options.seed,
    minutes: options.minutes,
    elapsedSeconds: Math.round(elapsedMs / 1_000),
    disk: disk.fill ? "tmpfs" : "SQLSTATE 53100",
    dir: isSound ? undefined : dir,
    verdicts,
    counts: countsOf(facts),
    latency: latencyFigures(facts),
    faults: faultFigures(facts),
  };
}

function countsOf(facts: Facts): Record<string, number> {
  const faults = facts.journal.of("fault");
  const sum = (of: (fault: (typeof faults)[number]) => number) =>
    faults.reduce((all, fault) => all + of(fault), 0);
  const attempts = [...facts.attempts.values()];
  const unknowns = facts.posted.flatMap((posted) => posted.unknowns);
  return {
    kills: sum((fault) => fault.kills),
    faults: faults.length,
    "events acknowledged": facts.posted.filter((posted) => posted.ack).length,
    "posts repeated": unknowns.length,
    deliveries: facts.deliveries.length,
    attempts: attempts.reduce((all, rows) => all + rows.length, 0),
    "attempts unknown": attempts.flat().filter((attempt) => attempt.errorKind === "unknown").length,
    "requests received": facts.requests.length,
    duplicates: findDuplicates(facts).length,
    "in flight at crashes": sum((fault) => fault.inFlight),
    "endpoint changes": facts.journal.of("endpoint").length,
    "secret rotations": facts.journal.of("secret").length,
    "jobs in the queue at most": Math.max(0, ...facts.samples.map((sample) => sample.jobs)),
  };
}

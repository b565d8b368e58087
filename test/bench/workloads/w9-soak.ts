import { nowMs } from "../clock.ts";
import type { Figure } from "../figure.ts";
import { drive } from "../measure/drive.ts";
import { memoryMb } from "../measure/memory.ts";
import { oddities } from "../measure/oddities.ts";
import { percentile, slope } from "../measure/percentile.ts";
import { sampled } from "../measure/sampled.ts";
import { partOfSustained } from "../measure/sustain.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { createStreams } from "../rows/streams.ts";
import { workload } from "../subject.ts";

const load = 0.5;
const hourMs = 3_600_000;

/** Ten minutes at half load: does memory settle, and how much is it. */
export const soak = workload(
  { id: "W9", title: "memory over a soak at half load", ceilings: [], isQuick: false, isOnce: true },
  async (rig) => {
    const perSecond = await partOfSustained(rig, load);
    await reset(rig, rig.db);
    const { streams } = await createStreams(rig, { endpoints: 100 });
    const stopSampling = sampled(() => sample(rig));
    const driven = await drive(rig, {
      streams,
      pace: { kind: "rate", perSecond },
      forMs: rig.scale.soakSeconds * 1_000,
    });
    const samples = await stopSampling();
    return [
      {
        name: "web and worker before load",
        value: rig.idleMemory.web + rig.idleMemory.worker,
        unit: "megabytes",
      },
      ...memoryFigures(samples),
      ...oddities("soak", driven),
    ];
  },
);

type Sample = { atMs: number; web: number; worker: number };

async function sample(rig: Rig): Promise<Sample> {
  return { atMs: nowMs(), ...(await memoryMb(rig)) };
}

/** The slope is that of the second half: the first is warming up. */
function memoryFigures(samples: readonly Sample[]): Figure[] {
  const both = samples.map(({ web, worker }) => web + worker);
  const late = samples.slice(Math.floor(samples.length / 2));
  const rise = slope(late.map(({ atMs, web, worker }) => [atMs / hourMs, web + worker]));
  const most = (name: string, values: number[]): Figure => ({
    name: `${name} under load, most`,
    value: percentile(values, 1),
    unit: "megabytes",
  });
  return [
    most("web and worker", both),
    most(
      "web",
      samples.map(({ web }) => web),
    ),
    most(
      "worker",
      samples.map(({ worker }) => worker),
    ),
    { name: "rise in the second half", value: rise, unit: "megabytesPerHour" },
  ];
}

import type { Figure } from "../figure.ts";
import { type Driven, drive, endToEndMs } from "../measure/drive.ts";
import { latencyFigures } from "../measure/latency-figures.ts";
import { oddities } from "../measure/oddities.ts";
import { percentile } from "../measure/percentile.ts";
import { partOfSustained } from "../measure/sustain.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import type { Stream } from "../rows/streams.ts";

const load = 0.5;

/** Streams that may suffer from others, and which of them are watched. */
export type Neighbourhood = { streams: Stream[]; isHealthy: (stream: Stream) => boolean };

/** Latency to the healthy at half load. */
export async function measureHealthy(
  rig: Rig,
  create: () => Promise<Neighbourhood>,
): Promise<Driven & { healthyMs: number[] }> {
  const perSecond = await partOfSustained(rig, load);
  await reset(rig, rig.db);
  const { streams, isHealthy } = await create();
  const driven = await drive(rig, { streams, pace: { kind: "rate", perSecond } });
  const watched = driven.receipts.filter(({ stream }) => {
    const sent = streams[stream];
    return sent !== undefined && isHealthy(sent);
  });
  return { ...driven, healthyMs: endToEndMs(watched) };
}

/** How much worse the healthy fare beside `name` than without. */
export function compareFigures(
  name: string,
  trouble: Driven & { healthyMs: number[] },
  without: number[],
): Figure[] {
  const ratio = percentile(trouble.healthyMs, 0.99) / percentile(without, 0.99);
  return [
    { name: `${name}, healthy p99 with ÷ without`, value: ratio, unit: "times" },
    ...latencyFigures(`${name}, healthy receipt`, trouble.healthyMs),
    ...oddities(name, trouble),
  ];
}

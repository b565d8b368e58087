import type { Rig } from "../rig/rig.ts";
import { createStreams, type Stream } from "../rows/streams.ts";
import { type Driven, drive } from "./drive.ts";

const endpoints = 100;
/** Events that may wait between acceptance and receipt: enough to keep both sides busy, far from a growing backlog. */
export const windowEvents = 1_000;

/**
 * Posts as fast as receipts keep up: at most a thousand events wait at any time, so the backlog is flat by construction
 * and the rate is what accepting and delivering together sustain.
 */
export function driveSustained(rig: Rig, streams: Stream[], fanOut: number): Promise<Driven> {
  const events = Math.max(100, Math.round(windowEvents / fanOut));
  return drive(rig, { streams, pace: { kind: "window", events, fanOut } });
}

/** A part of the rate that this run sustains at fan-out 1, measured first if no workload has. */
export async function partOfSustained(rig: Rig, part: number): Promise<number> {
  if (rig.sustained === undefined) {
    const { streams } = await createStreams(rig, { endpoints });
    rig.sustained = (await driveSustained(rig, streams, 1)).deliveredPerSecond;
  }
  return rig.sustained * part;
}

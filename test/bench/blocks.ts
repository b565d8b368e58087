import type { Figure } from "./figure.ts";
import type { Rig } from "./rig/rig.ts";
import type { Prepared, Subject } from "./subject.ts";

/** A subject's figures by block; a block it did not run in holds undefined. */
export type Measured = { subject: Subject; blocks: (Figure[] | undefined)[]; failures: string[] };

type Ready = { subject: Subject; prepared: Prepared; measured: Measured };

/**
 * Measures every subject once a block, in turned order from block to block, so that what drifts hits workloads and their
 * ceilings alike. A subject that fails has no figure; the others go on.
 */
export async function runBlocks(
  rig: Rig,
  subjects: readonly Subject[],
  say: (message: string) => void,
): Promise<Measured[]> {
  const ready = await prepareAll(rig, subjects);
  try {
    for (let block = 0; block < rig.scale.blocks; block += 1) {
      for (const one of block % 2 === 0 ? ready : ready.toReversed()) {
        if (one.subject.isOnce && block > 0) continue;
        say(`block ${block + 1} of ${rig.scale.blocks}: ${one.subject.id} ${one.subject.title}`);
        const failure = await measureOne(rig, one, block);
        if (failure) say(failure);
      }
    }
  } finally {
    for (const { prepared } of ready) await prepared.stop?.();
  }
  return ready.map(({ measured }) => measured);
}

async function prepareAll(rig: Rig, subjects: readonly Subject[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const subject of subjects) {
    const measured = { subject, blocks: Array(rig.scale.blocks).fill(undefined), failures: [] };
    ready.push({ subject, prepared: await subject.prepare(rig), measured });
  }
  return ready;
}

async function measureOne(rig: Rig, { subject, prepared, measured }: Ready, block: number) {
  if (subject.kind === "ceiling") rig.product.pause();
  try {
    measured.blocks[block] = await prepared.measure();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = `${subject.id}, block ${block + 1}: ${reason}`;
    measured.failures.push(failure);
    return failure;
  } finally {
    if (subject.kind === "ceiling") rig.product.resume();
  }
}

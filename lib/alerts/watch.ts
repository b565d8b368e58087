import { pool, prisma, type Transaction } from "../db.ts";
import { type Judgement, judge, type Raised } from "./judge.ts";
import { type Observation, observeEndpoints } from "./observe.ts";
import { recordAlert } from "./record.ts";

/**
 * Looks for endpoints that began to fail, recovered, were disabled or gave deliveries up, and records what is to be told
 * with the fact that it is: all from what stands in the database, so that a worker killed at any point loses nothing.
 */
export async function watchAlerts(): Promise<void> {
  for (const seen of await observeEndpoints(pool())) {
    if (hasChanged(seen, judge(seen))) await settle(seen);
  }
}

function hasChanged(seen: Observation, { isFailing, raised }: Judgement): boolean {
  return isFailing !== seen.isFailing || raised.length > 0;
}

/** Judges once more while nobody else may: several workers watch. */
function settle({ endpointId, tenantId }: Observation): Promise<void> {
  return prisma().$transaction(async (tx) => {
    await tx.alertWatch.createMany({ data: [{ endpointId, tenantId }], skipDuplicates: true });
    await tx.$queryRaw`SELECT 1 FROM alert_watches WHERE endpoint_id = ${endpointId}::uuid FOR UPDATE`;
    const [seen] = await observeEndpoints(pool(), endpointId);
    if (!seen) return;
    const judgement = judge(seen);
    if (!hasChanged(seen, judgement)) return;
    await keep(tx, seen, judgement);
    for (const raised of judgement.raised) await recordAlert(tx, { tenantId, endpointId, ...raised });
  });
}

async function keep(tx: Transaction, seen: Observation, { isFailing, failingBy, raised }: Judgement) {
  const begins = isFailing && !seen.isFailing;
  const data = {
    isFailing,
    failingBy,
    ...(isFailing === seen.isFailing ? {} : { changedAt: seen.now }),
    times: seen.times + (begins ? 1 : 0),
    ...Object.assign({}, ...raised.map((one) => told(seen, one))),
  };
  await tx.alertWatch.update({ where: { endpointId: seen.endpointId }, data });
}

function told({ now, disabledSince, exhaustedNow }: Observation, { cause }: Raised) {
  switch (cause) {
    case "endpoint.failing":
      return { toldFailing: true, failingAt: now, times: 0 };
    case "endpoint.recovered":
      return { toldFailing: false, recoveredAt: now };
    case "endpoint.disabled":
      return { disabledAt: now, toldDisabledAt: disabledSince };
    case "delivery.exhausted":
      return { exhaustedAt: now, exhaustedBefore: exhaustedNow };
  }
}

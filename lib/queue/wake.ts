import { type Db, fromPrisma } from "pg-boss";
import type { Queryable, Transaction } from "../db.ts";
import { boss } from "./boss.ts";
import type { JobData, QueueName } from "./jobs.ts";

/** The NOTIFY channel on which workers hear which lanes have something due. */
export const wakeChannel = "posthorn_wake";

/** Postgres takes less than 8,000 bytes a notification. */
const lanesPerNotification = 200;

/**
 * Tells the workers which endpoints have something due, when the transaction of `db` commits. Nothing is stored: what
 * nobody hears is found by the next sweep.
 */
export async function wakeLanes(db: Db, endpointIds: readonly string[]): Promise<void> {
  if (endpointIds.length === 0) return;
  const payloads: string[] = [];
  for (let from = 0; from < endpointIds.length; from += lanesPerNotification)
    payloads.push(endpointIds.slice(from, from + lanesPerNotification).join(","));
  await db.executeSql("SELECT pg_notify($1, payload)::text FROM unnest($2::text[]) AS payload", [
    wakeChannel,
    payloads,
  ]);
}

/** The endpoints named by a notification of `wakeLanes`. */
export function lanesOf(payload: string): string[] {
  return payload === "" ? [] : payload.split(",");
}

export type Wait = { endpointId: string; afterSeconds: number };

/** Wakes lanes after so many seconds, rounded up to the end of a time bucket so that jobs stay few and no delivery of the bucket is still early. */
export async function wakeLanesLater(db: Db, waits: readonly Wait[]): Promise<void> {
  const nowSeconds = Date.now() / 1_000;
  const jobs = new Map(waits.map((wait) => toLaterJob(wait, nowSeconds)));
  if (jobs.size > 0) await (await boss()).insert("lane-later", [...jobs.values()], { db });
}

function toLaterJob({ endpointId, afterSeconds }: Wait, nowSeconds: number) {
  const bucketSeconds = afterSeconds < 60 ? 1 : 15;
  const bucket = Math.ceil((nowSeconds + afterSeconds) / bucketSeconds);
  const singletonKey = `${endpointId}:${bucketSeconds}:${bucket}`;
  const startAfter = bucket * bucketSeconds - nowSeconds;
  return [singletonKey, { data: { endpointId }, singletonKey, startAfter }] as const;
}

/** Enqueues one job, to start after so many seconds if given; a job of the same key that still waits serves for both. */
export async function enqueue<Q extends Exclude<QueueName, "lane-later">>(
  db: Db,
  { queue, key, data, afterSeconds = 0 }: { queue: Q; key: string; data: JobData[Q]; afterSeconds?: number },
): Promise<void> {
  await (await boss()).insert(queue, [{ data, singletonKey: key, startAfter: afterSeconds }], { db });
}

/** pg-boss's view of a plain pg connection. */
export function jobsIn(client: Queryable): Db {
  return { executeSql: (text, values) => client.query(text, values) };
}

/** pg-boss's view of a Prisma transaction. */
export function jobsInPrisma(tx: Transaction): Db {
  return fromPrisma(tx);
}

import { type Db, fromPrisma } from "pg-boss";
import type { Queryable, Transaction } from "../db.ts";
import { boss } from "./boss.ts";
import type { JobData, QueueName } from "./jobs.ts";

/** The NOTIFY channel on which workers hear that lanes wait; sent at most once a transaction. */
export const wakeChannel = "posthorn_wake";

/**
 * Wakes the lanes of these endpoints when the transaction of `db` commits. A waiting wake-up is locked instead of
 * repeated: were it only seen, a worker could take it before our commit and find nothing due.
 */
export async function wakeLanes(db: Db, endpointIds: readonly string[]): Promise<void> {
  if (endpointIds.length === 0) return;
  const waiting = await db.executeSql(
    `SELECT singleton_key FROM pgboss.job
      WHERE name = 'lane' AND state = 'created' AND policy = 'stately' AND singleton_key = ANY($1::text[]) FOR KEY SHARE`,
    [endpointIds],
  );
  const held = new Set(waiting.rows.map((row: { singleton_key: string }) => row.singleton_key));
  const missing = endpointIds.filter((endpointId) => !held.has(endpointId));
  if (missing.length > 0) {
    const jobs = missing.map((endpointId) => ({ data: { endpointId }, singletonKey: endpointId }));
    await (await boss()).insert("lane", jobs, { db });
  }
  await db.executeSql("SELECT pg_notify($1, '')::text", [wakeChannel]);
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

/** Enqueues one job; a job of the same key that still waits serves for both. */
export async function enqueue<Q extends Exclude<QueueName, "lane" | "lane-later">>(
  db: Db,
  job: { queue: Q; key: string; data: JobData[Q] },
): Promise<void> {
  await (await boss()).insert(job.queue, [{ data: job.data, singletonKey: job.key }], { db });
}

/** pg-boss's view of a plain pg connection. */
export function jobsIn(client: Queryable): Db {
  return { executeSql: (text, values) => client.query(text, values) };
}

/** pg-boss's view of a Prisma transaction. */
export function jobsInPrisma(tx: Transaction): Db {
  return fromPrisma(tx);
}

import { type Db, PgBoss } from "pg-boss";
import { pool } from "../db.ts";
import { log } from "../log.ts";
import { queues } from "./jobs.ts";

const processGlobals = globalThis as { posthornBoss?: Promise<PgBoss> };

/** The process's pg-boss on the plain pool; it never migrates and runs no maintenance unless `superviseQueues` was called first. */
export function boss(): Promise<PgBoss> {
  processGlobals.posthornBoss ??= start({ supervise: false });
  return processGlobals.posthornBoss;
}

/** Makes this process the one that looks after the queues (expiry, deletion): the worker. */
export function superviseQueues(): Promise<PgBoss> {
  processGlobals.posthornBoss ??= start({ supervise: true });
  return processGlobals.posthornBoss;
}

/** Stops pg-boss without waiting for jobs; lanes stop themselves. */
export async function stopBoss(): Promise<void> {
  const running = processGlobals.posthornBoss;
  delete processGlobals.posthornBoss;
  await (await running)?.stop({ graceful: false });
}

/** Creates pg-boss's schema and every queue; safe to repeat, and when a queue's settings changed. */
export async function createQueues(databaseUrl: string): Promise<void> {
  const installer = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 });
  installer.on("error", () => {});
  await installer.start();
  try {
    for (const [name, settings] of Object.entries(queues)) {
      const exists = (await installer.getQueues([name])).length > 0;
      const { policy, ...changeable } = settings;
      await (exists
        ? installer.updateQueue(name, changeable)
        : installer.createQueue(name, { policy, ...changeable }));
    }
  } finally {
    await installer.stop({ graceful: false });
  }
}

async function start({ supervise }: { supervise: boolean }): Promise<PgBoss> {
  const started = new PgBoss({
    db: pooled,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise,
    superviseIntervalSeconds: 30,
  });
  started.on("error", (error) => log().warn({ err: error }, "queue"));
  try {
    return await started.start();
  } catch (error) {
    delete processGlobals.posthornBoss;
    throw error;
  }
}

const pooled: Db = {
  executeSql: (text, values) => pool().query(text, values),
};

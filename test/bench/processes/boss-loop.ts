import { PgBoss } from "pg-boss";
import { nowMs } from "../clock.ts";
import { serve } from "./serve.ts";

type Plan = { databaseUrl: string; batch: number; warmMs: number; forMs: number };

const queue = "bench";
let boss: PgBoss | undefined;

const commands = {
  /** Inserts, fetches and deletes batches of jobs, as the lanes do; answers jobs a second after the warm-up. */
  async run({ databaseUrl, batch, warmMs, forMs }: Plan): Promise<number> {
    boss ??= await start(databaseUrl);
    const fromMs = nowMs() + warmMs;
    const untilMs = fromMs + forMs;
    let counted = 0;
    while (nowMs() < untilMs) {
      const jobs = Array.from({ length: batch }, (_, number) => ({ data: { number } }));
      await boss.insert(queue, jobs);
      const fetched = await boss.fetch(queue, { batchSize: batch });
      await boss.deleteJob(
        queue,
        fetched.map((job) => job.id),
      );
      const now = nowMs();
      if (now >= fromMs && now < untilMs) counted += fetched.length;
    }
    return counted / (forMs / 1_000);
  },
};
export type BossLoopCommands = typeof commands;
serve(commands);

async function start(databaseUrl: string): Promise<PgBoss> {
  const started = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 });
  started.on("error", () => undefined);
  await started.start();
  await started.createQueue(queue, { policy: "standard" });
  return started;
}

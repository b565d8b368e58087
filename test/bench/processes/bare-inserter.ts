import { nowMs } from "../clock.ts";
import { type BareTenant, bareId, barePool, insertBare } from "./bare-rows.ts";
import { serve } from "./serve.ts";

type Plan = { tenant: BareTenant; connections: number; batch: number; warmMs: number; forMs: number };

const commands = {
  /** Inserts batches back to back on each connection, every batch durable; answers events a second after the warm-up. */
  async run({ tenant, connections, batch, warmMs, forMs }: Plan): Promise<number> {
    const pool = barePool(tenant.databaseUrl, connections);
    const fromMs = nowMs() + warmMs;
    const untilMs = fromMs + forMs;
    let counted = 0;
    const loop = async () => {
      while (nowMs() < untilMs) {
        const events = Array.from({ length: batch }, () => ({
          id: bareId(),
          type: "bench.0",
          data: tenant.data,
        }));
        await insertBare(pool, tenant, events);
        const now = nowMs();
        if (now >= fromMs && now < untilMs) counted += batch;
      }
    };
    await Promise.all(Array.from({ length: connections }, loop));
    await pool.end();
    return counted / (forMs / 1_000);
  },
};
export type BareInserterCommands = typeof commands;
serve(commands);

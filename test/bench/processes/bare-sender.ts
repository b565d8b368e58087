import { Pool } from "undici";
import { nowMs } from "../clock.ts";
import { bareId } from "./bare-rows.ts";
import { sendBare } from "./bare-send.ts";
import { serve } from "./serve.ts";

type Plan = { receiverPort: number; concurrency: number; warmMs: number; forMs: number; data: string };

const commands = {
  /** Signs and sends as fast as `concurrency` allows; answers deliveries a second after the warm-up. */
  async run({ receiverPort, concurrency, warmMs, forMs, data }: Plan): Promise<number> {
    const origin = `http://127.0.0.1:${receiverPort}`;
    const pool = new Pool(origin, { connections: concurrency });
    const fromMs = nowMs() + warmMs;
    const untilMs = fromMs + forMs;
    let counted = 0;
    const loop = async () => {
      while (nowMs() < untilMs) {
        const timestamp = new Date().toISOString();
        const body = `{"type":"bench.0","timestamp":"${timestamp}","data":${data}}`;
        await sendBare(pool, { id: `evt_${bareId()}`, url: `${origin}/ok/0`, body });
        const now = nowMs();
        if (now >= fromMs && now < untilMs) counted += 1;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, loop));
    await pool.close();
    return counted / (forMs / 1_000);
  },
};
export type BareSenderCommands = typeof commands;
serve(commands);

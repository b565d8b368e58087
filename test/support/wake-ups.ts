import pg from "pg";
import { env } from "#lib/env.ts";
import { lanesOf, wakeChannel } from "#lib/queue/wake.ts";

export type WakeUps = {
  /** How often each of these endpoints was woken so far. */
  of: (...endpointIds: string[]) => Promise<number[]>;
  stop: () => Promise<void>;
};

/** Hears the wake-ups of lanes as a worker does. */
export async function hearWakeUps(): Promise<WakeUps> {
  const client = new pg.Client({ connectionString: env().databaseUrl });
  const heard: string[] = [];
  client.on("notification", ({ payload }) => heard.push(...lanesOf(payload ?? "")));
  await client.connect();
  await client.query(`LISTEN ${wakeChannel}`);
  return {
    async of(...endpointIds) {
      // An answered statement means that every earlier notification has arrived.
      await client.query("SELECT 1");
      return endpointIds.map((endpointId) => heard.filter((id) => id === endpointId).length);
    },
    stop: () => client.end(),
  };
}

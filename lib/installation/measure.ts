import type { Queryable } from "../db.ts";
import { partitionedUntil } from "../partitions.ts";
import { queues } from "../queue/jobs.ts";
import { countWaiting, type Waiting } from "./count-waiting.ts";

/** How the whole installation stands, whichever process asks. */
export type Figures = {
  waiting: Waiting;
  sending: number;
  endpoints: { enabled: number; paused: number; disabled: number };
  resting: { breaker: number; throttled: number };
  jobs: { queue: string; state: "waiting" | "later" | "active"; count: number }[];
  partitionsAheadSeconds: number;
};

/** Measures it, at a cost that a million waiting deliveries do not raise. */
export async function measureInstallation(db: Queryable): Promise<Figures> {
  const waiting = await countWaiting(db);
  const [sending] = await rowsOf<{ count: number }>(db, sendingStatement);
  const [endpoints] = await rowsOf<EndpointCounts>(db, endpointsStatement);
  const jobs = await rowsOf<Figures["jobs"][number]>(db, jobsStatement, [Object.keys(queues)]);
  const until = await partitionedUntil(db);
  const { enabled = 0, paused = 0, disabled = 0, breaker = 0, throttled = 0 } = endpoints ?? {};
  return {
    waiting,
    sending: sending?.count ?? 0,
    endpoints: { enabled, paused, disabled },
    resting: { breaker, throttled },
    jobs,
    partitionsAheadSeconds: Math.max(0, (until.getTime() - Date.now()) / 1_000),
  };
}

type EndpointCounts = Figures["endpoints"] & Figures["resting"];

const sendingStatement = "SELECT count(*)::int AS count FROM deliveries WHERE status = 'sending'";

const endpointsStatement = `
  SELECT count(*) FILTER (WHERE state = 'enabled')::int AS enabled,
         count(*) FILTER (WHERE state = 'paused')::int AS paused,
         count(*) FILTER (WHERE state = 'disabled')::int AS disabled,
         count(*) FILTER (WHERE state = 'enabled' AND open_until IS NOT NULL)::int AS breaker,
         count(*) FILTER (WHERE state = 'enabled' AND throttled_until > now())::int AS throttled
    FROM endpoints JOIN endpoint_health ON endpoint_health.endpoint_id = endpoints.id
   WHERE endpoints.deleted_at IS NULL`;

/** Lanes have one waiting job each, so that the table stays small. */
const jobsStatement = `
  SELECT name AS queue, count(*)::int AS count,
         CASE WHEN state = 'active' THEN 'active' WHEN start_after > now() THEN 'later' ELSE 'waiting' END AS state
    FROM pgboss.job WHERE state < 'completed' AND name = ANY ($1::text[])
   GROUP BY 1, 3 ORDER BY 1, 3`;

async function rowsOf<Row extends object>(db: Queryable, text: string, values: unknown[] = []) {
  return (await db.query<Row>(text, values)).rows;
}

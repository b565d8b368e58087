import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { Agent } from "undici";
import { type BareTenant, bareId, bareName, barePool } from "./bare-rows.ts";
import { sendBare } from "./bare-send.ts";
import { createBatcher } from "./batcher.ts";
import { serve } from "./serve.ts";

type Plan = { tenant: BareTenant; concurrency: number };
type Claimed = { id: string; event_id: string; endpoint_id: string; type: string; data: string; at: Date };
type Sent = Claimed & { status: number; startedAt: Date; totalMs: number; url: string };

const maxBatch = 500;
const idleMs = 2;
let isRunning = false;

const commands = {
  /** Claims, signs, sends and settles until stopped: everything a delivery needs and nothing else. */
  async run({ tenant, concurrency }: Plan): Promise<void> {
    const pool = barePool(tenant.databaseUrl, 4);
    const agent = new Agent({ connections: concurrency });
    const settle = createBatcher<Sent>((sent) => settleBare(pool, tenant, sent), maxBatch);
    const urls = new Map(tenant.targets.map((target) => [target.endpointId, target.url]));
    const underWay = new Set<Promise<void>>();
    isRunning = true;
    while (isRunning) {
      const room = concurrency - underWay.size;
      const claimed = room > 0 ? await claimBare(pool, room) : [];
      for (const claim of claimed) {
        const url = urls.get(claim.endpoint_id) ?? "";
        const work = sendOne(agent, claim, url).then(settle);
        underWay.add(work);
        void work.finally(() => underWay.delete(work));
      }
      if (claimed.length > 0) continue;
      await (underWay.size > 0 ? Promise.race(underWay) : delay(idleMs));
    }
    await Promise.all(underWay);
    await Promise.all([agent.close(), pool.end()]);
  },
  stop() {
    isRunning = false;
  },
};
export type BareWorkerCommands = typeof commands;
serve(commands);

async function claimBare(pool: pg.Pool, room: number): Promise<Claimed[]> {
  const { rows } = await pool.query<Claimed>({ name: "bare-claim", text: claimStatement, values: [room] });
  return rows;
}

const open = "status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])";

const claimStatement = `
  WITH due AS (
    SELECT id FROM deliveries WHERE ${open} AND next_attempt_at <= now() LIMIT $1 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE deliveries SET status = 'sending', attempt_count = attempt_count + 1, attempt_started_at = now(),
           lease_until = now() + interval '30 s'
      FROM due WHERE deliveries.id = due.id RETURNING deliveries.*
  )
  SELECT claimed.id, claimed.event_id, claimed.endpoint_id, event.type, event.data, event.occurred_at AS at
    FROM claimed JOIN events event ON event.id = claimed.event_id`;

async function sendOne(agent: Agent, claim: Claimed, url: string): Promise<Sent> {
  const startedAt = new Date();
  const timestamp = claim.at.toISOString();
  const body = `{"type":${JSON.stringify(claim.type)},"timestamp":"${timestamp}","data":${claim.data}}`;
  const status = await sendBare(agent, { id: bareName(claim.event_id), url, body });
  return { ...claim, status, startedAt, totalMs: Date.now() - startedAt.getTime(), url };
}

async function settleBare(pool: pg.Pool, tenant: BareTenant, sent: readonly Sent[]): Promise<void> {
  await pool.query({
    name: "bare-settle",
    text: settleStatement,
    values: [
      sent.map(() => bareId()),
      sent.map((one) => one.id),
      sent.map((one) => one.endpoint_id),
      sent.map((one) => one.url),
      sent.map((one) => one.status),
      sent.map((one) => one.totalMs),
      sent.map((one) => one.startedAt),
      tenant.tenantId,
    ],
  });
}

const settleStatement = `
  WITH sent AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::real[], $7::timestamptz[])
      AS sent (id, delivery_id, endpoint_id, url, status, total_ms, started_at)
  ), tried AS (
    INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, response_status,
                          response_headers, response_body, total_ms, started_at)
    SELECT id, $8::uuid, delivery_id, endpoint_id, 1, url, '[["content-type","application/json"]]', status, '[]', 'ok',
           total_ms, started_at FROM sent
  )
  UPDATE deliveries SET status = 'delivered', completed_at = now(), next_attempt_at = NULL, lease_until = NULL,
         last_response_status = sent.status, last_duration_ms = sent.total_ms
    FROM sent WHERE deliveries.id = sent.delivery_id`;

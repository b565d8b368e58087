import { inTransaction, pool, type Queryable } from "#lib/db.ts";
import { findDueLanes } from "#lib/deliveries/find-due-lanes.ts";
import { releaseExpiredLeases } from "#lib/deliveries/release-expired.ts";
import { failpoint } from "#lib/failpoint.ts";
import { log } from "#lib/log.ts";
import { add } from "#lib/metrics.ts";
import { enqueue, jobsIn } from "#lib/queue/wake.ts";
import type { Lanes } from "./lanes.ts";

/**
 * Finds what the queue forgot: expired leases, due lanes, events not fanned out, open deliveries of closed endpoints,
 * replays under way, waiting e-mails. The tables are the truth, so truncating the whole queue loses nothing and costs one
 * sweep of delay.
 */
export async function sweep(lanes: Lanes): Promise<void> {
  const released = await inTransaction(async (client) => {
    if (!(await isOurTurn(client))) return undefined;
    await enqueueForgotten(client);
    const count = await releaseExpiredLeases(client);
    failpoint("sweep.before-commit");
    return count;
  });
  failpoint("sweep.after-commit");
  if (released === undefined) return;
  add("posthorn_leases_expired_total", released);
  if (released > 0) log().warn({ released }, "leases ran out; their deliveries are due again");
  await wakeDueLanes(lanes);
}

/** Wakes every lane that has something due, whoever forgot it. */
export async function wakeDueLanes(lanes: Lanes): Promise<void> {
  lanes.add(await findDueLanes(pool()));
}

/** One worker sweeps at a time; the lock ends with the transaction. */
async function isOurTurn(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtext('posthorn sweep')) AS locked",
  );
  return rows[0]?.locked === true;
}

async function enqueueForgotten(client: Queryable): Promise<void> {
  const events = await client.query<{ id: string }>(
    "SELECT id FROM events WHERE NOT is_fanned_out AND created_at < now() - interval '10 s' LIMIT 100",
  );
  for (const { id } of events.rows)
    await enqueue(jobsIn(client), { queue: "fan-out", key: id, data: { eventId: id } });
  const endpoints = await client.query<{ id: string }>(
    `SELECT endpoint.id FROM endpoints endpoint
      WHERE (endpoint.state = 'disabled' OR endpoint.deleted_at IS NOT NULL)
        AND greatest(endpoint.updated_at, endpoint.deleted_at) BETWEEN now() - interval '1 day' AND now() - interval '10 s'
        AND EXISTS (SELECT 1 FROM deliveries
                     WHERE deliveries.endpoint_id = endpoint.id
                       AND status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status]))
      LIMIT 100`,
  );
  for (const { id } of endpoints.rows) {
    await enqueue(jobsIn(client), { queue: "cancel-open", key: id, data: { endpointId: id } });
  }
  const replays = await client.query<{ id: string }>(
    `SELECT id FROM replays
      WHERE settled_at IS NULL AND (status <> 'paused' OR waiting + retrying > 0) ORDER BY counted_at NULLS FIRST LIMIT 100`,
  );
  for (const { id } of replays.rows)
    await enqueue(jobsIn(client), { queue: "replay", key: `${id}:next`, data: { replayId: id } });
  const emails = await client.query<{ id: string }>(
    "SELECT id FROM emails WHERE status = 'queued' AND created_at < now() - interval '1 min' ORDER BY id LIMIT 100",
  );
  for (const { id } of emails.rows)
    await enqueue(jobsIn(client), { queue: "send-email", key: id, data: { emailId: id } });
}

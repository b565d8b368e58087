import { inTransaction, type Queryable } from "./db.ts";
import { env } from "./env.ts";
import { failpoint } from "./failpoint.ts";
import { firstIdAt } from "./ids.ts";
import { log } from "./log.ts";
import { dropExpiredPartitions, ensurePartitions } from "./partitions.ts";

/** Makes partitions ahead, drops those past retention, and deletes small rows that nobody needs any more. */
export async function keepRetention(): Promise<void> {
  const { retentionDays } = env();
  const dropped = await inTransaction(async (client) => {
    await ensurePartitions(client, { retentionDays });
    await deleteExpired(client, retentionDays);
    const names = await dropExpiredPartitions(client, { retentionDays });
    failpoint("retention.before-commit");
    return names;
  });
  failpoint("retention.after-commit");
  if (dropped.length > 0) log().info({ dropped }, "partitions past retention dropped");
}

const inboxMs = 7 * 86_400_000;

async function deleteExpired(client: Queryable, retentionDays: number): Promise<void> {
  await client.query("DELETE FROM idempotency_keys WHERE created_at < now() - interval '48 h'");
  await client.query("DELETE FROM rate_limits WHERE starts_at < now() - interval '2 days'");
  await client.query("DELETE FROM sessions WHERE expires_at < now()");
  await client.query("DELETE FROM account_tokens WHERE expires_at < now()");
  await client.query("DELETE FROM api_rates WHERE filled_at < now() - interval '1 day'");
  await client.query("DELETE FROM tenant_watches WHERE watched_until < now() - interval '1 hour'");
  await client.query("DELETE FROM inbox_requests WHERE id < $1", [firstIdAt(new Date(Date.now() - inboxMs))]);
  for (const [table, column] of [
    ["event_uids", "created_at"],
    ["stat_hours", "starts_at"],
    ["stat_buckets", "starts_at"],
    ["emails", "created_at"],
    ["replays", "created_at"],
    ["alerts", "created_at"],
  ]) {
    await client.query(`DELETE FROM ${table} WHERE ${column} < now() - $1 * interval '1 day'`, [
      retentionDays,
    ]);
  }
}

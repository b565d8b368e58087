import { type Context, transaction } from "../context.ts";
import { inTransaction } from "../db.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, sql, toStatement } from "../log-query/sql.ts";
import { type FixedScope, fixedConditions } from "./conditions.ts";
import { firstAllowance } from "./pace.ts";

/** Counts the scope of a replay as it stood when it started, endpoint by endpoint, and makes its lanes; once, however often it is called. */
export async function planReplay(ctx: Context, replay: FixedScope & { id: string }): Promise<void> {
  const lanes = await countByEndpoint(ctx, replay);
  await transaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    if (!(await lockUnplanned(inside, replay.id))) return;
    await insertLanes(inside, replay.id, lanes);
    const total = lanes.reduce((sum, lane) => sum + lane.count, 0);
    await tx.replay.update({ where: { id: replay.id, tenantId: ctx.tenantId }, data: { total } });
  });
}

type Counted = { endpointId: string; count: number; maxInFlight: number; rateLimit: number | null };

const countTimeoutMs = 100_000;

/** On its own connection and clock: counting very many takes longer than anything else may. */
function countByEndpoint(ctx: Context, replay: FixedScope): Promise<Counted[]> {
  return inTransaction(async (client) => {
    await client.query(`SET LOCAL statement_timeout = ${countTimeoutMs}`);
    await client.query("SET LOCAL plan_cache_mode = auto");
    const { text, values } = toStatement(
      sql`SELECT counted.*, coalesce(endpoint.max_in_flight, 1) AS "maxInFlight", endpoint.rate_limit AS "rateLimit"
            FROM (SELECT delivery.endpoint_id AS "endpointId", count(*)::int AS count
                    FROM deliveries delivery WHERE ${all(fixedConditions(ctx, replay))} GROUP BY 1) AS counted
            LEFT JOIN endpoints endpoint ON endpoint.id = counted."endpointId"`,
    );
    const { rows } = await client.query<Counted>(text, values);
    return rows;
  });
}

async function lockUnplanned(ctx: Context, id: string): Promise<boolean> {
  const rows = await readRows(
    ctx,
    sql`SELECT id FROM replays WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid AND total IS NULL FOR UPDATE`,
  );
  return rows.length > 0;
}

async function insertLanes(ctx: Context, replayId: string, lanes: readonly Counted[]): Promise<void> {
  await readRows(
    ctx,
    sql`INSERT INTO replay_lanes (replay_id, endpoint_id, total, allowance)
        SELECT ${replayId}::uuid, endpoint_id, total, allowance
          FROM unnest(${lanes.map((lane) => lane.endpointId)}::uuid[], ${lanes.map((lane) => lane.count)}::int[],
                      ${lanes.map(firstAllowance)}::int[]) AS lane (endpoint_id, total, allowance)`,
  );
}

import { type Context, transaction } from "../context.ts";
import { inTransaction } from "../db.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, sql, toStatement } from "../log-query/sql.ts";
import { type FixedScope, fixedConditions } from "./conditions.ts";
import { firstAllowance } from "./pace.ts";

/** Counts the scope of a replay as it stood when it started, endpoint by endpoint, and makes its lanes; once, however often it is called. */
export async function planReplay(ctx: Context, replay: FixedScope & { id: string }): Promise<void> {
  const counts = await countByEndpoint(ctx, replay);
  await transaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    if (!(await lockUnplanned(inside, replay.id))) return;
    const limits = await limitsOf(inside, [...counts.keys()]);
    await tx.replayLane.createMany({
      data: [...counts].map(([endpointId, total]) => ({
        replayId: replay.id,
        endpointId,
        total,
        allowance: firstAllowance(limits.get(endpointId) ?? { maxInFlight: 1, rateLimit: null }),
      })),
    });
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    await tx.replay.update({ where: { id: replay.id, tenantId: ctx.tenantId }, data: { total } });
  });
}

const countTimeoutMs = 100_000;

/** On its own connection and clock: counting very many takes longer than anything else may. */
function countByEndpoint(ctx: Context, replay: FixedScope): Promise<Map<string, number>> {
  return inTransaction(async (client) => {
    await client.query(`SET LOCAL statement_timeout = ${countTimeoutMs}`);
    await client.query("SET LOCAL plan_cache_mode = auto");
    const { text, values } = toStatement(
      sql`SELECT delivery.endpoint_id AS "endpointId", count(*)::int AS count
            FROM deliveries delivery WHERE ${all(fixedConditions(ctx, replay))} GROUP BY 1`,
    );
    const { rows } = await client.query<{ endpointId: string; count: number }>(text, values);
    return new Map(rows.map(({ endpointId, count }) => [endpointId, count]));
  });
}

async function lockUnplanned(ctx: Context, id: string): Promise<boolean> {
  const rows = await readRows(
    ctx,
    sql`SELECT id FROM replays WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid AND total IS NULL FOR UPDATE`,
  );
  return rows.length > 0;
}

type LimitsRow = { id: string; maxInFlight: number; rateLimit: number | null };

async function limitsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, LimitsRow>> {
  const rows = await readRows<LimitsRow>(
    ctx,
    sql`SELECT id, max_in_flight AS "maxInFlight", rate_limit AS "rateLimit" FROM endpoints
         WHERE id = ANY(${ids}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

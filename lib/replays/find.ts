import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { type ReplayRow, selectReplays } from "./to-replay.ts";

/** A replay of the tenant by its public id; throws 404 when there is none. */
export async function findReplay(ctx: Context, publicId: string): Promise<ReplayRow> {
  const id = fromPublicId("replay", publicId) ?? null;
  const chosen = sql`replay.id = ${id}::uuid AND replay.tenant_id = ${ctx.tenantId}::uuid`;
  const [row] = await readRows<ReplayRow>(ctx, selectReplays(chosen, sql``));
  if (!row) throw notFound("replay");
  return row;
}

/** As `findReplay`, held against workers and other people until the transaction ends: a batch under way ends first. */
export async function lockReplay(ctx: Context, tx: Transaction, publicId: string): Promise<ReplayRow> {
  const id = fromPublicId("replay", publicId) ?? null;
  await tx.$queryRaw`
    SELECT id FROM replays WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid FOR UPDATE`;
  return findReplay({ ...ctx, tx }, publicId);
}

import { type Context, transaction } from "../context.ts";
import type { Replay, ReplayScope } from "../contracts/replays.ts";
import type { Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { newId, toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { announceReplay } from "./announce.ts";
import { findReplay } from "./find.ts";
import { recordReplayAudit } from "./record-audit.ts";
import { fingerprintOf, resolveScope, type Scope } from "./scope.ts";
import { toReplay } from "./to-replay.ts";
import { wakeReplay } from "./wake.ts";

/**
 * Starts resending the deliveries of a scope as it stands now; the worker counts and opens them. While a replay of the same
 * scope runs or is paused, that one is answered and nothing is started. Throws 404 and 422 as `resolveScope` does, and 409
 * while 20 replays of the tenant are running or paused.
 */
export function createReplay(ctx: Context, given: ReplayScope): Promise<Replay> {
  return transaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const scope = await resolveScope(inside, given);
    const id = newId();
    if (!(await insertReplay(inside, { id, scope }))) return findSame(inside, tx, scope);
    await refuseTooMany(ctx, tx);
    await wakeReplay(tx, id);
    const row = await findReplay(inside, toPublicId("replay", id));
    await announceReplay(ctx, tx, row);
    await recordReplayAudit(ctx, tx, row, "started");
    return toReplay(row, ctx);
  });
}

const mostAtOnce = 20;

/** False while there is one of the same scope: two at the same moment are one. */
async function insertReplay(ctx: Context, { id, scope }: { id: string; scope: Scope }): Promise<boolean> {
  const { kind, id: actorId, label } = ctx.actor;
  const rows = await readRows(
    ctx,
    sql`INSERT INTO replays (id, tenant_id, endpoint_id, application_id, event_types, statuses, response_status, error_kinds,
                             since, until, fingerprint, actor_kind, actor_id, actor_label, created_at)
        VALUES (${id}::uuid, ${ctx.tenantId}::uuid, ${scope.endpointId}::uuid, ${scope.applicationId}::uuid,
                ${scope.eventTypes}::text[], ${scope.statuses}::delivery_status[], ${scope.responseStatus},
                ${scope.errorKinds}::text[], ${scope.since}::timestamptz, ${scope.until}::timestamptz,
                ${fingerprintOf(scope)}, ${kind}, ${actorId}::uuid, ${label}, now())
        ON CONFLICT DO NOTHING RETURNING id`,
  );
  return rows.length > 0;
}

async function findSame(ctx: Context, tx: Transaction, scope: Scope): Promise<Replay> {
  const same = await tx.replay.findFirst({
    where: {
      tenantId: ctx.tenantId,
      fingerprint: fingerprintOf(scope),
      status: { in: ["running", "paused"] },
    },
  });
  if (!same)
    throw new AppError("conflict", { detail: "A replay of the same scope ended just now; start it again." });
  return toReplay(await findReplay(ctx, toPublicId("replay", same.id)), ctx);
}

async function refuseTooMany(ctx: Context, tx: Transaction): Promise<void> {
  const where = { tenantId: ctx.tenantId, status: { in: ["running", "paused"] as ("running" | "paused")[] } };
  if ((await tx.replay.count({ where })) <= mostAtOnce) return;
  throw new AppError("conflict", {
    detail: `${mostAtOnce} replays are running or paused; wait for one to end, or cancel one.`,
  });
}

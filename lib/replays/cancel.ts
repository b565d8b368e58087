import { type Context, transaction } from "../context.ts";
import type { Replay } from "../contracts/replays.ts";
import { AppError } from "../errors.ts";
import { announceReplay } from "./announce.ts";
import { findReplay, lockReplay } from "./find.ts";
import { recordReplayAudit } from "./record-audit.ts";
import { toReplay } from "./to-replay.ts";
import { wakeReplay } from "./wake.ts";

/**
 * Ends a replay for good: what it has not opened stays as it is, what it has opened still goes out. Throws 409 for one that
 * is over already.
 */
export function cancelReplay(ctx: Context, { id }: { id: string }): Promise<Replay> {
  return transaction(ctx, async (tx) => {
    const before = await lockReplay(ctx, tx, id);
    if (before.finishedAt)
      throw new AppError("conflict", { detail: `This replay is ${before.status} already.` });
    await tx.$executeRaw`
      UPDATE replays SET status = 'canceled', finished_at = now()
       WHERE id = ${before.id}::uuid AND tenant_id = ${ctx.tenantId}::uuid`;
    await wakeReplay(tx, before.id);
    await announceReplay(ctx, tx, before);
    await recordReplayAudit(ctx, tx, before, "canceled");
    return toReplay(await findReplay({ ...ctx, tx }, id), ctx);
  });
}

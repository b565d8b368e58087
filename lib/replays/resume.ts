import { type Context, transaction } from "../context.ts";
import type { Replay } from "../contracts/replays.ts";
import { AppError } from "../errors.ts";
import { announceReplay } from "./announce.ts";
import { findReplay, lockReplay } from "./find.ts";
import { recordReplayAudit } from "./record-audit.ts";
import { toReplay } from "./to-replay.ts";
import { wakeReplay } from "./wake.ts";

/** Lets a paused replay go on where it stopped. Throws 409 unless it is paused. */
export function resumeReplay(ctx: Context, { id }: { id: string }): Promise<Replay> {
  return transaction(ctx, async (tx) => {
    const before = await lockReplay(ctx, tx, id);
    if (before.status !== "paused")
      throw new AppError("conflict", { detail: `This replay is ${before.status}.` });
    await tx.replay.update({ where: { id: before.id, tenantId: ctx.tenantId }, data: { status: "running" } });
    await wakeReplay(tx, before.id);
    await announceReplay(ctx, tx, before);
    await recordReplayAudit(ctx, tx, before, "resumed");
    return toReplay(await findReplay({ ...ctx, tx }, id), ctx);
  });
}

import { type Context, transaction } from "../context.ts";
import type { Replay } from "../contracts/replays.ts";
import { AppError } from "../errors.ts";
import { announceReplay } from "./announce.ts";
import { findReplay, lockReplay } from "./find.ts";
import { recordReplayAudit } from "./record-audit.ts";
import { toReplay } from "./to-replay.ts";

/** Keeps a running replay from opening more until it is resumed; what it has opened still goes out. Throws 409 unless it runs. */
export function pauseReplay(ctx: Context, { id }: { id: string }): Promise<Replay> {
  return transaction(ctx, async (tx) => {
    const before = await lockReplay(ctx, tx, id);
    if (before.status !== "running")
      throw new AppError("conflict", { detail: `This replay is ${before.status}.` });
    await tx.replay.update({ where: { id: before.id, tenantId: ctx.tenantId }, data: { status: "paused" } });
    await announceReplay(ctx, tx, before);
    await recordReplayAudit(ctx, tx, before, "paused");
    return toReplay(await findReplay({ ...ctx, tx }, id), ctx);
  });
}

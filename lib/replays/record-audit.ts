import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { toPublicId } from "../ids.ts";
import { maskUrl } from "../log.ts";
import type { ReplayRow } from "./to-replay.ts";

type Deed = "started" | "paused" | "resumed" | "canceled";

/** Notes what somebody did to a replay, which is named by what it is confined to. */
export function recordReplayAudit(ctx: Context, tx: Transaction, row: ReplayRow, deed: Deed): Promise<void> {
  const url = row.endpointUrl && maskUrl(row.endpointUrl);
  const target = {
    kind: "replay",
    id: toPublicId("replay", row.id),
    label: url ?? row.applicationName ?? "All endpoints",
  };
  const { since, until, statuses, eventTypes } = row;
  const scope = { since: since.toISOString(), until: until.toISOString(), status: statuses, eventTypes };
  const progress = { opened: row.opened, total: row.total };
  const details = deed === "started" ? scope : progress;
  return recordAudit(ctx, tx, { action: `replay.${deed}`, target, details });
}

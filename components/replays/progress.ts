import type { Status } from "#components/ui/status.ts";
import type { Replay } from "#lib/contracts/replays.ts";

type Counts = Pick<
  Replay,
  "total" | "opened" | "skipped" | "waiting" | "retrying" | "delivered" | "failed" | "canceled"
>;

export type ProgressPart = { key: string; word: string; status: Status; count: number };

/** What became of a replay's deliveries so far, in the order of its bar; what is left is the rest of it. */
export function partsOf({ delivered, failed, retrying, waiting, canceled, skipped }: Counts): ProgressPart[] {
  return [
    { key: "delivered", word: "Delivered", status: "delivered", count: delivered },
    { key: "failed", word: "Failed", status: "failed", count: failed },
    { key: "retrying", word: "Retrying", status: "retrying", count: retrying },
    { key: "waiting", word: "On the way", status: "pending", count: waiting },
    { key: "canceled", word: "Canceled", status: "canceled", count: canceled },
    { key: "skipped", word: "Skipped", status: "disabled", count: skipped },
  ];
}

/** Deliveries the replay has not come to yet. */
export function leftOf({ total, opened, skipped }: Pick<Counts, "total" | "opened" | "skipped">): number {
  return Math.max(0, (total ?? 0) - opened - skipped);
}

import type { RefusedDelivery } from "#lib/contracts/selected-deliveries.ts";

export type RefusalGroup = { reason: string; count: number };

/** Why some of a selection were refused: each reason once with how many it holds for, the most frequent first. */
export function groupRefusals(refused: readonly RefusedDelivery[]): RefusalGroup[] {
  const byReason = Map.groupBy(refused, ({ error }) => error.detail);
  return [...byReason]
    .map(([reason, group]) => ({ reason, count: group.length }))
    .sort((one, other) => other.count - one.count);
}

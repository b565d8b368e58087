"use client";

import type { LogPage } from "#components/log/live-rows.ts";
import { type LogSelection, useSelection } from "#components/log/use-selection.ts";
import type { DeliveryFilter } from "#lib/client/deliveries.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { mostSelected } from "#lib/contracts/selected-deliveries.ts";

/** What is chosen of a log's deliveries: it holds on all pages of one filter. */
export function useDeliverySelection(
  filter: DeliveryFilter,
  page: LogPage<Delivery>,
): {
  selection: LogSelection<Delivery>;
  /** Whether all of the page is chosen while the log has more pages. */
  isPageWhole: boolean;
} {
  const { cursor: _, ...view } = filter;
  const selection = useSelection({ view: JSON.stringify(view), page: page.data, most: mostSelected });
  const hasMore = page.nextCursor !== null || page.prevCursor !== null;
  return { selection, isPageWhole: hasMore && selection.pageState === "all" };
}

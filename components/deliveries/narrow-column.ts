import type { FixedDeliveryFilter } from "./use-delivery-filter.ts";

/** Hides a column of figures where the table is too narrow for it and the addresses; a card has room again. */
export function narrowColumn({ event, endpoint, eventType }: FixedDeliveryFilter): string {
  return event || endpoint || eventType ? "sm:@max-2xl:hidden" : "sm:@max-4xl:hidden";
}

/** Shows the id where a table has room to spare. */
export function wideColumn({ event, endpoint, eventType }: FixedDeliveryFilter): string {
  return event || endpoint || eventType ? "hidden! @4xl:table-cell!" : "hidden! @6xl:table-cell!";
}

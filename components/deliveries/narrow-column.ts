import type { FixedDeliveryFilter } from "./use-delivery-filter.ts";

/** Hides a column of figures where the table is too narrow for it and the addresses; a card has room again. */
export function narrowColumn({ event, endpoint, eventType }: FixedDeliveryFilter): string {
  return event || endpoint || eventType ? "sm:@max-2xl:hidden" : "sm:@max-4xl:hidden";
}

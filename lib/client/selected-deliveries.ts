import type { Delivery } from "../contracts/deliveries.ts";
import {
  cancelDeliveries,
  type RefusedDelivery,
  retryDeliveries,
  type SelectionAnswer,
} from "../contracts/selected-deliveries.ts";
import { useShowDeliveries } from "./show-deliveries.ts";
import { useOperation } from "./use-operation.ts";

export type Outcome = { done: Delivery[]; refused: RefusedDelivery[] };

/** What was done and what was not, of an answer that holds both. */
export function outcomeOf({ data }: SelectionAnswer): Outcome {
  const done: Delivery[] = [];
  const refused: RefusedDelivery[] = [];
  for (const item of data) {
    if ("error" in item) refused.push(item);
    else done.push(item);
  }
  return { done, refused };
}

export function useRetryDeliveries() {
  const show = useShowDeliveries();
  return useOperation(retryDeliveries, ["deliveries", "events"], (answer) => show(outcomeOf(answer).done));
}

export function useCancelDeliveries() {
  const show = useShowDeliveries();
  return useOperation(cancelDeliveries, ["deliveries", "events"], (answer) => show(outcomeOf(answer).done));
}

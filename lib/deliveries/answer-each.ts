import type { Delivery } from "../contracts/deliveries.ts";
import type { SelectionAnswer } from "../contracts/selected-deliveries.ts";
import { type AppError, notFound } from "../errors.ts";

/** What became of deliveries that were named, by public id: as they stand after it was done, or why it was not. */
export type Outcomes = {
  done: ReadonlyMap<string, Delivery>;
  refusals: ReadonlyMap<string, AppError>;
};

/** The one delivery that was named; throws its refusal. */
export function answerOne(id: string, { done, refusals }: Outcomes): Delivery {
  const delivery = done.get(id);
  if (!delivery) throw refusals.get(id) ?? notFound("delivery");
  return delivery;
}

/** One answer for each id, in their order; the same id again is answered the same. */
export function answerEach(ids: readonly string[], { done, refusals }: Outcomes): SelectionAnswer {
  return {
    data: ids.map((id) => {
      const delivery = done.get(id);
      if (delivery) return delivery;
      const { code, message } = refusals.get(id) ?? notFound("delivery");
      return { id, error: { code, detail: message } };
    }),
  };
}

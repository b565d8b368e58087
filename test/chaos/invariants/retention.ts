import { owedKey } from "../ledgers/facts.ts";
import type { Invariant } from "./invariant.ts";

export const nothingDroppedOpen: Invariant = {
  name: "retention",
  promise: "no event is dropped before its deliveries are over, however old it is",
  findBroken: ({ journal, requestsOf }) =>
    journal
      .of("old")
      .flatMap(({ endpoint, eventIds }) =>
        eventIds
          .filter((id) => !requestsOf.get(owedKey(id, endpoint))?.some((request) => request.status === 200))
          .map((id) => `${id}, from before retention, was never delivered`),
      ),
};

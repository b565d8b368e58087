import type { Facts, Request } from "../ledgers/facts.ts";
import { clockTime, type Invariant } from "./invariant.ts";

export const noOverlap: Invariant = {
  name: "I8",
  promise: "no two overlapping requests for one delivery, unless its sender stood still or was cut off",
  findBroken: (facts) =>
    [...facts.requestsOf].flatMap(([key, requests]) =>
      requests.flatMap((request, place) => {
        const before = requests[place - 1];
        if (!before || before.endedAt <= request.at || wasLeftAlone(facts, before)) return [];
        return [
          `${key}: request ${before.serial} (${clockTime(before.at)} to ${clockTime(before.endedAt)}) was not over ` +
            `when ${request.serial} came at ${clockTime(request.at)}`,
        ];
      }),
    ),
};

/** Nobody can take back a request whose sender is stopped: its connection stays open. */
function wasLeftAlone({ journal }: Facts, { at, endedAt }: Request): boolean {
  return journal.of("fault").some((fault) => fault.isStandstill && fault.from <= endedAt && fault.to >= at);
}

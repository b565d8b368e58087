import type { Fault } from "../ledgers/journal.ts";
import { type Duplicate, findDuplicates } from "./duplicates.ts";
import { clockTime, type Invariant } from "./invariant.ts";

export const fewDuplicates: Invariant = {
  name: "I7",
  promise:
    "duplicates are no more than the requests in flight at each crash, and none without a fault or after a graceful stop",
  findBroken(facts) {
    const duplicates = findDuplicates(facts);
    const crashes = facts.journal.of("fault").filter((fault) => fault.inFlight > 0);
    const allowed = crashes.reduce((sum, crash) => sum + crash.inFlight, 0);
    const unexplained = duplicates.filter(
      (duplicate) => !crashes.some((crash) => explains(crash, duplicate)),
    );
    return [
      ...(duplicates.length > allowed
        ? [`${duplicates.length} duplicates, where ${allowed} requests were in flight at crashes`]
        : []),
      ...unexplained.map(describe),
    ];
  },
};

/** What a process was about to send when it was stopped goes out once it goes on. */
const goesOnMs = 2_000;

function explains({ isStandstill, from, to }: Fault, { first, again }: Duplicate): boolean {
  return from <= again.at && to + (isStandstill ? goesOnMs : 0) >= first.at;
}

function describe({ first, again }: Duplicate): string {
  return (
    `${again.webhookId} came to ${again.endpoint} at ${clockTime(first.at)} (request ${first.serial}, answered 200) ` +
    `and again at ${clockTime(again.at)} (request ${again.serial}), with no crash between`
  );
}

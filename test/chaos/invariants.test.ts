import { describe, expect, test } from "vitest";
import { invariants } from "./invariants/all.ts";
import type { Facts, Request } from "./ledgers/facts.ts";
import { Entries, type Entry } from "./ledgers/journal.ts";
import { endpoint, soundFacts, startAt, withRequests } from "./scene/sound-facts.ts";

test("ledgers that agree break no promise", () => {
  expect(brokenIn(soundFacts())).toEqual([]);
});

const calmSpan = { from: startAt + 2_000, to: startAt + 3_000 };

/** What went wrong, as the ledgers would tell it, and the promises that it breaks. */
const troubles: [what: string, (facts: Facts) => Facts, broken: string[]][] = [
  ["an acknowledged event is not stored", (facts) => ({ ...facts, events: [] }), ["I1", "I11"]],
  ["a subscriber got no delivery", (facts) => ({ ...facts, deliveries: [] }), ["I1", "I4"]],
  [
    "a subscriber got two deliveries of one event",
    (facts) => ({ ...facts, deliveries: facts.deliveries.flatMap((row) => [row, row]) }),
    ["I1"],
  ],
  [
    "somebody got a delivery who had not subscribed",
    (facts) =>
      withEntries(facts, (entry) => ("eventTypes" in entry ? { ...entry, eventTypes: ["pile.*"] } : entry)),
    ["I1"],
  ],
  ["a delivery never ends", (facts) => withDelivery(facts, { status: "retrying" }), ["I2"]],
  ["nothing arrived of what is delivered", (facts) => withRequests(facts, []), ["I3"]],
  [
    "the receiver refused what is delivered",
    (facts) => onRequests(facts, ({ ...it }) => [{ ...it, status: 500 }]),
    ["I3"],
  ],
  [
    "a request has no attempt",
    (facts) => onRequests(facts, (it) => [{ ...it, status: 500 }, again(it)]),
    ["I4"],
  ],
  ["an attempt is counted and has no row", (facts) => withDelivery(facts, { attemptCount: 2 }), ["I5"]],
  [
    "two attempts have one number",
    (facts) => withAttempts(withDelivery(facts, { attemptCount: 2 }), [1, 1]),
    ["I5"],
  ],
  ["a body was changed", (facts) => onRequests(facts, (it) => [{ ...it, body: "0".repeat(64) }]), ["I6"]],
  [
    "a signature is nobody's",
    (facts) => onRequests(facts, (it) => [{ ...it, signature: "v1,AAAA" }]),
    ["I6"],
  ],
  [
    "a request came twice without a crash",
    (facts) =>
      withAttempts(
        withDelivery(
          onRequests(facts, (it) => [it, again(it)]),
          { attemptCount: 2 },
        ),
        [1, 2],
      ),
    ["I7"],
  ],
  [
    "two requests for one delivery were open at once",
    (facts) =>
      withAttempts(
        withDelivery(
          onRequests(facts, (it) => [
            { ...it, status: 500 },
            { ...again(it), at: it.at + 1 },
          ]),
          { attemptCount: 2 },
        ),
        [1, 2],
      ),
    ["I8"],
  ],
  [
    "a request came long after its endpoint was disabled",
    (facts) => {
      const [opened] = facts.journal.of("endpoint");
      const disabled = { ...opened, state: "disabled", from: startAt + 1_060, to: startAt + 1_070 } as const;
      const late = onRequests(facts, (it) => [
        { ...it, at: startAt + 9_000, timestamp: it.timestamp, endedAt: startAt + 9_005 },
      ]);
      return withEntry(late, disabled as Entry);
    },
    ["I9", "I10"],
  ],
  [
    "a healthy endpoint waited in calm",
    (facts) => onRequests(facts, (it) => [{ ...it, at: it.at + 6_000, endedAt: it.endedAt + 6_000 }]),
    ["I10"],
  ],
  [
    "a POST that was refused is stored",
    (facts) => ({ ...facts, posted: facts.posted.map((it) => ({ ...it, ack: undefined, refused: 422 })) }),
    ["I11"],
  ],
  [
    "a POST has no answer in the end",
    (facts) => ({ ...facts, posted: facts.posted.map((it) => ({ ...it, ack: undefined })) }),
    ["I11"],
  ],
  [
    "an event is sent that nobody stored",
    (facts) => onRequests(facts, (it) => [it, { ...it, webhookId: "evt_2" }]),
    ["I4", "I11"],
  ],
  ["the queue holds a job for each delivery", (facts) => withSample(facts, { jobs: 100_000 }), ["I12"]],
  ["an endpoint has a wake-up for each retry", (facts) => withSample(facts, { laterOfOne: 1_000 }), ["I12"]],
  [
    "an endpoint had more open than it allows",
    (facts) => {
      const [it] = facts.requests;
      const ids = ["evt_1", "evt_1", "evt_1"];
      return it ? { ...facts, requests: ids.map(() => it) } : facts;
    },
    ["herd"],
  ],
  [
    "nothing was accepted after Postgres came back",
    (facts) => withEntry(facts, faultOf("kill -9 of Postgres")),
    ["recovery"],
  ],
  [
    "an old event went before it was delivered",
    (facts) => withEntry(facts, { kind: "old", at: startAt, endpoint, eventIds: ["evt_old"] }),
    ["retention"],
  ],
  [
    "a process ended by itself",
    (facts) => withEntry(facts, { kind: "surprise", at: startAt, what: "gone" }),
    ["survival"],
  ],
  [
    "a producer was answered 500",
    (facts) => ({ ...facts, posted: facts.posted.map((it) => ({ ...it, unknowns: [500] })) }),
    ["answers"],
  ],
];

describe("the reconciliation finds that", () => {
  test.each(troubles)("%s", (_, doctor, broken) => {
    expect(brokenIn(doctor(soundFacts()))).toEqual(expect.arrayContaining(broken));
  });

  test("every promise can be broken", () => {
    const breakable = new Set(troubles.flatMap(([, , broken]) => broken));
    expect(invariants.map(({ name }) => name).filter((name) => !breakable.has(name))).toEqual([]);
  });
});

test("each resend explains one request more, also one that was held up until the next was being asked for", () => {
  const resent = (from: number, to: number): Entry => ({
    ...{ kind: "resend", eventId: "evt_1", endpointId: undefined, isRecovery: false },
    ...{ from: startAt + from, to: startAt + to },
  });
  const times = (count: number): Facts => {
    const twice = onRequests(soundFacts(), (it) => [
      it,
      again(it),
      again(again(it)),
      again(again(again(it))),
    ]);
    const facts = withRequests(twice, twice.requests.slice(0, count));
    return withEntry(withEntry(facts, resent(1_200, 1_300)), resent(1_550, 1_900));
  };
  expect(brokenIn(times(3))).not.toContain("I7");
  expect(brokenIn(times(4))).toContain("I7");
});

function brokenIn(facts: Facts): string[] {
  return invariants.filter(({ findBroken }) => findBroken(facts).length > 0).map(({ name }) => name);
}

function withDelivery(facts: Facts, change: Partial<Facts["deliveries"][number]>): Facts {
  return { ...facts, deliveries: facts.deliveries.map((row) => ({ ...row, ...change })) };
}

function withAttempts(facts: Facts, numbers: number[]): Facts {
  const rows = numbers.map((number) => ({ number, responseStatus: 200, errorKind: null }));
  return { ...facts, attempts: new Map([["dlv_1", rows]]) };
}

function withSample(facts: Facts, change: Partial<Facts["samples"][number]>): Facts {
  return { ...facts, samples: facts.samples.map((sample) => ({ ...sample, ...change })) };
}

function withEntries(facts: Facts, change: (entry: Entry) => Entry): Facts {
  return { ...facts, journal: new Entries(facts.journal.entries.map(change)) };
}

function withEntry(facts: Facts, entry: Entry): Facts {
  return { ...facts, journal: new Entries([...facts.journal.entries, entry]) };
}

function onRequests(facts: Facts, change: (request: Request) => Request[]): Facts {
  return withRequests(facts, facts.requests.flatMap(change));
}

/** The same once more, a while later. */
function again(request: Request): Request {
  return { ...request, serial: request.serial + 1, at: request.at + 500, endedAt: request.at + 505 };
}

function faultOf(name: string): Entry {
  const nothing = { detail: "", isOurs: true, isStandstill: false, kills: 1, inFlight: 0 };
  return { kind: "fault", name, ...nothing, ...calmSpan };
}

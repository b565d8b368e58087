/** How large a run is. Nothing here depends on how fast the machine is: rates are parts of what it sustained. */
export type Scale = {
  /** Times everything is measured, one after the other and in turned order, so that drift hits all alike. */
  blocks: number;
  warmMs: number;
  measureMs: number;
  /** Of acceptance alone, which piles up what must be delivered before its ids can be checked. */
  accept: { warmMs: number; forMs: number };
  acceptConnections: number[];
  fanOuts: number[];
  /** Parts of the sustained rate at which latency is measured. */
  loads: number[];
  idleSeconds: number;
  idlePerSecond: number;
  neighbours: ("refuse" | "hang" | "fail" | "drip" | "greedy tenant")[];
  manyEndpoints: number;
  backlog: number;
  longBacklog: number;
  historyAttempts: number[];
  queryRuns: number;
  soakSeconds: number;
};

/** Every day, under three minutes. */
export const quick: Scale = {
  blocks: 3,
  warmMs: 500,
  measureMs: 1_500,
  accept: { warmMs: 300, forMs: 600 },
  acceptConnections: [100],
  fanOuts: [1],
  loads: [0.5],
  idleSeconds: 3,
  idlePerSecond: 4,
  neighbours: ["refuse"],
  manyEndpoints: 1_000,
  backlog: 8_000,
  longBacklog: 80_000,
  historyAttempts: [20_000],
  queryRuns: 5,
  soakSeconds: 10,
};

/** For the record, in about an hour: many short blocks say more of a machine that drifts than a few long ones. */
export const full: Scale = {
  blocks: 5,
  warmMs: 800,
  measureMs: 3_000,
  accept: { warmMs: 600, forMs: 2_000 },
  acceptConnections: [1, 10, 100],
  fanOuts: [1, 3, 10],
  loads: [0.25, 0.5, 0.75],
  idleSeconds: 15,
  idlePerSecond: 1,
  neighbours: ["refuse", "hang", "fail", "drip", "greedy tenant"],
  manyEndpoints: 10_000,
  backlog: 100_000,
  longBacklog: 1_000_000,
  historyAttempts: [1_000_000, 10_000_000],
  queryRuns: 20,
  soakSeconds: 600,
};

/** Proves that every workload runs, and says nothing about speed. */
export const smoke: Scale = {
  ...full,
  blocks: 1,
  warmMs: 200,
  measureMs: 400,
  accept: { warmMs: 200, forMs: 400 },
  acceptConnections: [1, 10],
  fanOuts: [1, 3],
  loads: [0.5],
  idleSeconds: 2,
  idlePerSecond: 4,
  manyEndpoints: 300,
  backlog: 1_000,
  longBacklog: 2_000,
  historyAttempts: [2_000],
  queryRuns: 2,
  soakSeconds: 3,
};

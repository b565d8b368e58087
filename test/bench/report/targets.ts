import type { Unit } from "../figure.ts";
import { type Result, summarize } from "./results.ts";

/** Without a bound it is a comparison that nobody set a target for. */
export type Bound = { atLeast?: number; atMost?: number };

/** What the product should reach. A figure is named by its subject and how its name begins; `per` divides it by another of the same block. */
type Target = { what: string; figure: Reference; per?: Reference; unit: Unit } & Bound;
type Reference = readonly [subject: string, name: RegExp];

const targets: readonly Target[] = [
  {
    what: "W1 accept, single events, 64+ connections, of L3",
    figure: ["W1", /^single, 100 connections$/],
    per: ["L3", /^accepted$/],
    unit: "share",
    atLeast: 0.6,
  },
  {
    what: "W1 accept, batch of 100, of L4",
    figure: ["W1", /^batch of 100$/],
    per: ["L4", /^stored$/],
    unit: "share",
    atLeast: 0.6,
  },
  {
    what: "W2 fan-out 1, sustained, of L6",
    figure: ["W2", /^fan-out 1, sustained$/],
    per: ["L6", /^delivered$/],
    unit: "share",
    atLeast: 0.6,
  },
  {
    what: "W1 accept, single events, of L2",
    figure: ["W1", /^single, 100 connections$/],
    per: ["L2", /^answered$/],
    unit: "share",
  },
  {
    what: "W2 fan-out 1, sustained, of L1",
    figure: ["W2", /^fan-out 1, sustained$/],
    per: ["L1", /^sent$/],
    unit: "share",
  },
  {
    what: "W2 fan-out 1, sustained, of L5",
    figure: ["W2", /^fan-out 1, sustained$/],
    per: ["L5", /^jobs$/],
    unit: "share",
  },
  {
    what: "W1 CPU per event ÷ that of L3",
    figure: ["W1", /^single, 100 connections, all CPU/],
    per: ["L3", /^all CPU/],
    unit: "times",
  },
  {
    what: "W2 CPU per delivery ÷ that of L6",
    figure: ["W2", /^fan-out 1, all CPU/],
    per: ["L6", /^all CPU/],
    unit: "times",
  },
  {
    what: "W7 drain at start, of L1",
    figure: ["W7", /drain at start$/],
    per: ["L1", /^sent$/],
    unit: "share",
    atLeast: 0.6,
  },
  {
    what: "W2 receipt at half load, p99",
    figure: ["W2", /^fan-out 1 at 50 %, receipt p99$/],
    unit: "milliseconds",
    atMost: 100,
  },
  { what: "W3 idle receipt, p50", figure: ["W3", /^receipt p50$/], unit: "milliseconds", atMost: 15 },
  { what: "W3 idle receipt, p99", figure: ["W3", /^receipt p99$/], unit: "milliseconds", atMost: 50 },
  {
    what: "SQL statements per delivery",
    figure: ["W2", /^fan-out 1, SQL statements/],
    unit: "count",
    atMost: 2,
  },
  { what: "commits per delivery", figure: ["W2", /^fan-out 1, commits/], unit: "count", atMost: 1 / 16 },
  {
    what: "new connections per delivery",
    figure: ["W2", /^fan-out 1, new connections/],
    unit: "count",
    atMost: 0.01,
  },
  {
    what: "W4 healthy p99 with ÷ without slow receivers",
    figure: ["W4", /^slow receivers, healthy p99 with/],
    unit: "times",
    atMost: 1.5,
  },
  ...["dead: refuse", "dead: hang", "dead: fail", "dead: drip", "greedy tenant"].map((neighbour) => ({
    what: `W5 healthy p99 with ÷ without (${neighbour})`,
    figure: ["W5", new RegExp(`^${neighbour}, healthy p99 with`)] as const,
    unit: "times" as const,
    atMost: 1.5,
  })),
  ...["W7", "W7L"].flatMap((subject): Target[] => [
    {
      what: `${subject} drain at end ÷ start`,
      figure: [subject, /end ÷ start$/],
      unit: "share",
      atLeast: 0.9,
    },
    {
      what: `${subject} healthy endpoint beside the backlog, p99`,
      figure: [subject, /healthy receipt p99$/],
      unit: "milliseconds",
      atMost: 1_000,
    },
    {
      what: `${subject} jobs in the queue, whatever waits`,
      figure: [subject, /most queue jobs$/],
      unit: "count",
      atMost: 200,
    },
  ]),
  {
    what: "W8 slowest first page or chart, p95 warm, 10 M attempts",
    figure: ["W8", /^10,000,000 attempts, slowest query p95/],
    unit: "milliseconds",
    atMost: 100,
  },
  {
    what: "W8 the same ÷ that at 1 M",
    figure: ["W8", /^10,000,000 attempts, slowest query p95/],
    per: ["W8", /^1,000,000 attempts, slowest query p95/],
    unit: "times",
    atMost: 2,
  },
  ...["1,000,000", "10,000,000"].flatMap((attempts): Target[] => [
    {
      what: `W8 slowest payload search, p95 warm, ${attempts} attempts`,
      figure: ["W8", new RegExp(`^${attempts} attempts, slowest payload search p95`)],
      unit: "milliseconds",
      atMost: 500,
    },
    {
      what: `W8 queries that failed, ${attempts} attempts`,
      figure: ["W8", new RegExp(`^${attempts} attempts, queries that failed`)],
      unit: "count",
      atMost: 0,
    },
  ]),
  {
    what: "W9 web + worker memory under load",
    figure: ["W9", /^web and worker under load/],
    unit: "megabytes",
    atMost: 500,
  },
  {
    what: "W9 rise in the second half",
    figure: ["W9", /^rise in the second half/],
    unit: "megabytesPerHour",
    atMost: 60,
  },
  {
    what: "W9 web + worker memory before load",
    figure: ["W9", /^web and worker before load/],
    unit: "megabytes",
    atMost: 300,
  },
];

export type Verdict = {
  what: string;
  unit: Unit;
  bound: Bound;
  median: number;
  worst: number;
  /** Undefined without a bound or a figure. */
  isMet: boolean | undefined;
};

/** The targets whose figures this run has. */
export function judge(results: readonly Result[]): Verdict[] {
  return targets.flatMap((target) => {
    const result = find(results, target.figure);
    const ceiling = target.per && find(results, target.per);
    return result && (ceiling || !target.per) ? [verdictOf(target, result, ceiling)] : [];
  });
}

function verdictOf(target: Target, result: Result, ceiling: Result | undefined): Verdict {
  const values = result.values.map((value, block) => {
    if (value === undefined || !ceiling) return value;
    const below = ceiling.values[block];
    return below === undefined ? undefined : value / below;
  });
  const { atLeast, atMost } = target;
  const bound = { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
  const { median, worst } = summarize(values, atLeast !== undefined);
  const hasBound = Number.isFinite(median) && (atLeast !== undefined || atMost !== undefined);
  const isMet = hasBound ? median >= (atLeast ?? -Infinity) && median <= (atMost ?? Infinity) : undefined;
  return { what: target.what, unit: target.unit, bound, median, worst, isMet };
}

function find(results: readonly Result[], [subject, name]: Reference): Result | undefined {
  return results.find((result) => result.subject === subject && name.test(result.name));
}

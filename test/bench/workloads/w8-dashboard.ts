import { nowMs } from "../clock.ts";
import type { Figure } from "../figure.ts";
import { drained } from "../measure/drain.ts";
import { percentile } from "../measure/percentile.ts";
import { Loss, reconcile } from "../measure/reconcile.ts";
import { partOfSustained } from "../measure/sustain.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { insertHistory } from "../rows/history.ts";
import { createStreams, type Stream } from "../rows/streams.ts";
import { workload } from "../subject.ts";
import { type DashboardQuery, dashboardQueries } from "./dashboard-queries.ts";

const load = 0.5;
const longestMs = 3_600_000;
/** The wait before any figure: web must find the restarted database. */
const recoveryMs = 15_000;

/** First pages and charts over a long history, right after a restart and warm, while another tenant sends at half load. */
export const dashboard = workload(
  { id: "W8", title: "log and chart queries of the dashboard", ceilings: [], isQuick: false, isOnce: true },
  async (rig) => {
    const perSecond = await partOfSustained(rig, load);
    const figures: Figure[] = [];
    for (const attempts of rig.scale.historyAttempts) {
      figures.push(...(await measureHistory(rig, { attempts, perSecond })));
    }
    return figures;
  },
);

async function measureHistory(rig: Rig, { attempts, perSecond }: { attempts: number; perSecond: number }) {
  const name = `${attempts.toLocaleString("en-GB")} attempts`;
  await reset(rig, rig.db);
  const { tenant } = await createStreams(rig, { endpoints: 100 });
  const history = await insertHistory(rig.db, tenant, attempts);
  const queries = await dashboardQueries(rig.db, tenant, history);
  await rig.postgres.restart();
  const ask = (path: string) => timeOf(rig, tenant.apiKey, path);
  await answers(() => ask("/endpoints"));
  const cold = await measure(queries, 1, ask);

  const { streams } = await createStreams(rig, { endpoints: 100 });
  const background = postAt(rig, streams, perSecond);
  const warm = await measure(queries, rig.scale.queryRuns, ask);
  await rig.load.ask("stop");
  const sent = await background;
  await drained(rig, sent.requests.length);
  reconcile(sent, await rig.receiver.ask("ledger"), streams);
  return toFigures(name, cold, warm);
}

/** How long a query took each time, and why it failed if it did: one that fails costs no other its figure. */
type Measured = DashboardQuery & { takenMs: number[]; failure: string | undefined };

async function measure(
  queries: readonly DashboardQuery[],
  times: number,
  ask: (path: string) => Promise<void>,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const query of queries) {
    const takenMs: number[] = [];
    let failure: string | undefined;
    for (let turn = 0; turn < times; turn += 1) {
      const startMs = nowMs();
      await ask(query.path).catch((error: Error) => {
        failure = error.message;
      });
      takenMs.push(nowMs() - startMs);
    }
    measured.push({ ...query, takenMs, failure });
  }
  return measured;
}

function postAt(rig: Rig, streams: Stream[], perSecond: number) {
  return rig.load.ask("run", {
    port: rig.product.port,
    receiverPort: rig.receiverPort,
    requests: streams,
    connections: 64,
    pace: { kind: "rate", perSecond },
    forMs: longestMs,
  });
}

async function timeOf({ product }: Rig, apiKey: string, path: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${product.port}/api/v1${path}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 300)}`);
}

async function answers(ask: () => Promise<unknown>): Promise<void> {
  const untilMs = nowMs() + recoveryMs;
  while (
    !(await ask().then(
      () => true,
      () => false,
    ))
  ) {
    if (nowMs() > untilMs) throw new Loss("web did not come back after a restart of Postgres");
  }
}

function toFigures(name: string, cold: readonly Measured[], warm: readonly Measured[]): Figure[] {
  const failed = [...cold, ...warm].filter(({ failure }) => failure !== undefined);
  const slowest = (measured: readonly Measured[], kind: DashboardQuery["kind"]) =>
    Math.max(
      ...measured.filter((query) => query.kind === kind).map(({ takenMs }) => percentile(takenMs, 0.95)),
    );
  const ms = (figure: string, value: number): Figure => ({
    name: `${name}, ${figure}`,
    value,
    unit: "milliseconds",
  });
  return [
    ms("slowest query cold", slowest(cold, "page")),
    ms("slowest query p95 warm", slowest(warm, "page")),
    ms("slowest payload search cold", slowest(cold, "search")),
    ms("slowest payload search p95 warm", slowest(warm, "search")),
    { name: `${name}, queries that failed`, value: failed.length, unit: "count" },
    ...failed.map(
      ({ name: query, failure }): Figure => ({
        name: `${name}, GET ${query} failed: ${failure}`,
        value: 1,
        unit: "count",
      }),
    ),
    ...warm.flatMap(({ name: query, takenMs }, index) => [
      ms(`GET ${query} p50 warm`, percentile(takenMs, 0.5)),
      ms(`GET ${query} p95 warm`, percentile(takenMs, 0.95)),
      ms(`GET ${query} cold`, cold[index]?.takenMs[0] ?? Number.NaN),
    ]),
  ];
}

import { closeDatabases } from "#lib/db.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
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
import { dashboardQueries } from "./dashboard-queries.ts";

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
  await insertHistory(rig.db, tenant, attempts);
  await indexed(rig);
  const queries = await dashboardQueries(rig.db, tenant);
  await rig.postgres.restart();
  const ask = (path: string) => timeOf(rig, tenant.apiKey, path);
  await answers(() => ask("/endpoints"));
  const cold: number[] = [];
  for (const path of queries) cold.push(await ask(path));

  const { streams } = await createStreams(rig, { endpoints: 100 });
  const background = postAt(rig, streams, perSecond);
  const warm = new Map<string, number>();
  for (const path of queries)
    warm.set(path, percentile(await repeat(rig.scale.queryRuns, () => ask(path)), 0.95));
  await rig.load.ask("stop");
  const sent = await background;
  await drained(rig, sent.requests.length);
  reconcile(sent, await rig.receiver.ask("ledger"), streams);
  return toFigures(name, cold, warm);
}

/** Payload searches are measured as they are once the index has caught up, which this process helps with. */
async function indexed({ db }: Rig): Promise<void> {
  while ((await db.query("SELECT 1 FROM payload_backlog LIMIT 1")).rows.length > 0) await indexPayloads();
  await closeDatabases();
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

async function timeOf({ product }: Rig, apiKey: string, path: string): Promise<number> {
  const startMs = nowMs();
  const response = await fetch(`http://127.0.0.1:${product.port}/api/v1${path}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`);
  return nowMs() - startMs;
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

async function repeat(times: number, ask: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) taken.push(await ask());
  return taken;
}

function toFigures(name: string, cold: readonly number[], warm: ReadonlyMap<string, number>): Figure[] {
  return [
    { name: `${name}, slowest query cold`, value: Math.max(...cold), unit: "milliseconds" },
    { name: `${name}, slowest query p95 warm`, value: Math.max(...warm.values()), unit: "milliseconds" },
    ...[...warm].map(([path, value]): Figure => {
      const shape = path.replaceAll(/(since|until)=[^&]+/g, "$1=…").replaceAll(/_[0-9a-z]{26}/g, "_…");
      return { name: `${name}, GET ${shape} p95 warm`, value, unit: "milliseconds" };
    }),
  ];
}

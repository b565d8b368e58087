import { setTimeout as delay } from "node:timers/promises";
import { nowMs } from "../clock.ts";
import type { Rig } from "../rig/rig.ts";
import { cpuMsOf, cpuMsOfServer, parentOf } from "./cpu.ts";

/** What was used so far, or within a span: figures that a busy machine cannot move. */
export type Costs = {
  atMs: number;
  webCpuMs: number;
  workerCpuMs: number;
  postgresCpuMs: number;
  /** Statements of clients, BEGIN and COMMIT included. */
  statements: number;
  /** Transactions that wrote, each a durable commit. */
  commits: number;
  walBytes: number;
  received: number;
  connections: number;
};

/** Whose CPU counts beside that of Postgres: those of the product, or those of a ceiling. */
export type Processes = { webPid: number; workerPid?: number };

type Span = { afterMs: number; forMs: number; processes?: Processes };

/** Measures the costs of `forMs`, beginning `afterMs` from now. */
export async function measureCosts(
  rig: Rig,
  { afterMs, forMs, processes = rig.product }: Span,
): Promise<Costs> {
  await delay(afterMs);
  const before = await costsNow(rig, processes);
  await delay(forMs);
  const after = await costsNow(rig, processes);
  const names = Object.keys(before) as (keyof Costs)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as Costs;
}

async function costsNow(rig: Rig, { webPid, workerPid }: Processes): Promise<Costs> {
  const { pid, ...database } = await databaseCosts(rig);
  const [web, worker, postgres, counts] = await Promise.all([
    cpuMsOf(webPid),
    workerPid === undefined ? 0 : cpuMsOf(workerPid),
    cpuMsOfServer(await parentOf(pid)),
    rig.receiver.ask("counts"),
  ]);
  return {
    atMs: nowMs(),
    webCpuMs: web ?? Number.NaN,
    workerCpuMs: worker ?? Number.NaN,
    postgresCpuMs: postgres ?? Number.NaN,
    ...database,
    ...counts,
  };
}

type Row = { pid: number; statements: string; commits: string; wal: string };

/** A transaction that writes takes one id, so the next id counts them; WAL is counted by its position. */
async function databaseCosts({ postgres }: Rig) {
  const { rows } = await postgres.admin.query<Row>(
    `SELECT pg_backend_pid() AS pid,
            (SELECT sum(calls) FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%') AS statements,
            pg_snapshot_xmax(pg_current_snapshot())::text AS commits, pg_current_wal_insert_lsn() - '0/0' AS wal`,
  );
  const { pid = 0, statements = "0", commits = "0", wal = "0" } = rows[0] ?? {};
  return { pid, statements: Number(statements), commits: Number(commits), walBytes: Number(wal) };
}

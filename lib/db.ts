import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "#prisma/generated/client.ts";
import { databaseSocket } from "./database-socket.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";

export type Transaction = Prisma.TransactionClient;

/** What both hot paths need of a connection: positional parameters and rows. */
export type Queryable = Pick<pg.ClientBase, "query">;

/** What a statement needs that runs on a connection of the hot pool as well as in a transaction of Prisma. */
export type Statements = {
  query<Row extends pg.QueryResultRow>(statement: Statement): Promise<{ rows: Row[] }>;
};

type Statement = { name: string; text: string; values: unknown[] };

/** Prisma from its first use on: a worker may do without it, and it weighs more than all the rest. */
type Databases = { prisma?: PrismaClient; pool: pg.Pool; hotPool: pg.Pool };

// Next bundles its own copy of this module beside the one server.ts imports: one pool for both.
const processGlobals = globalThis as { posthornDatabases?: Databases };

/** Prisma, where it is comfortable: settings, people, pages. */
export function prisma(): PrismaClient {
  const open = databases();
  open.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ ...connectionSettings(), application_name: "posthorn-prisma" }),
  });
  return open.prisma;
}

/** Plain pg for the logs and the queue: each statement is planned for its values. */
export function pool(): pg.Pool {
  return databases().pool;
}

/**
 * Plain pg for accept, claim and settle: named statements are planned once for all values, since planning over partitions
 * costs more than running, and along indexes alone, since a plan made while a partition was empty stays, and one that
 * sorts would sort a whole backlog to find its first rows; and statements that do not wait for each other's result travel
 * together.
 */
export function hotPool(): pg.Pool {
  return databases().hotPool;
}

/** Runs `work` in one transaction of the hot pool; any throw rolls everything back. */
export async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await hotPool().connect();
  try {
    // Not waited for: it travels with the first statement. Were it to fail, so would that one.
    const begun = client.query("BEGIN");
    begun.catch(() => undefined);
    const result = await work(client);
    await begun;
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

/** Runs a hot path's statements in a transaction of Prisma, for the few who must share it with something else. */
export function statementsIn(tx: Transaction): Statements {
  return {
    query: async <Row>({ text, values }: Statement) => ({
      rows: await tx.$queryRawUnsafe<Row[]>(text, ...values),
    }),
  };
}

export type PoolUsage = { pool: "plain" | "hot"; idle: number; busy: number; waiting: number };

/** How the plain and the hot pool of this process are used; Prisma does not tell of its own. */
export function poolUsage(): PoolUsage[] {
  const { pool, hotPool } = databases();
  return [
    { pool: "plain", ...usageOf(pool) },
    { pool: "hot", ...usageOf(hotPool) },
  ];
}

function usageOf({ idleCount, totalCount, waitingCount }: pg.Pool) {
  return { idle: idleCount, busy: totalCount - idleCount, waiting: waitingCount };
}

/** Closes every connection of this process. */
export async function closeDatabases(): Promise<void> {
  const open = processGlobals.posthornDatabases;
  delete processGlobals.posthornDatabases;
  await open?.prisma?.$disconnect();
  await Promise.all([open?.pool.end(), open?.hotPool.end()]);
}

function databases(): Databases {
  processGlobals.posthornDatabases ??= connect();
  return processGlobals.posthornDatabases;
}

function connect(): Databases {
  const settings = connectionSettings();
  return {
    pool: createPool({ ...settings, application_name: "posthorn" }),
    hotPool: createPool({
      ...settings,
      application_name: "posthorn-hot",
      pipeline: true,
      options:
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_sort=off -c jit=off -c posthorn.notes_payloads=on",
    }),
  };
}

function connectionSettings() {
  const { databaseUrl, dbPool, dbTimeoutMs } = env();
  return {
    connectionString: databaseUrl,
    max: dbPool,
    connectionTimeoutMillis: 5_000,
    statement_timeout: dbTimeoutMs,
    idle_in_transaction_session_timeout: dbTimeoutMs,
    // What the server gave up in time has told us so by then.
    stream: databaseSocket(dbTimeoutMs + 2_000),
    idleTimeoutMillis: Math.min(10_000, dbTimeoutMs),
    keepAlive: true,
  };
}

function createPool(settings: pg.PoolConfig): pg.Pool {
  const created = new pg.Pool(settings);
  created.on("error", (error) => log().warn({ err: error }, "idle database connection lost"));
  // A connection cut while it is checked out fails its query; without a listener it would end the process as well.
  created.on("connect", (client) => client.on("error", () => undefined));
  return created;
}

import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { ensurePrismaClient } from "#lib/launch/prisma-client.ts";
import { runNode } from "#lib/launch/run-node.ts";
import { testSettings } from "#test/support/settings.ts";
import { type Memory, memoryMb } from "../measure/memory.ts";
import { Child } from "../processes/child.ts";
import type { LoadCommands } from "../processes/load.ts";
import type { ReceiverCommands } from "../processes/receiver.ts";
import type { Scale } from "../scale.ts";
import { type BenchPostgres, openPool, startBenchPostgres } from "./postgres.ts";
import { type Product, startProduct } from "./product.ts";

/** Everything a run needs, each part a process of its own: nothing shares an event loop with what is measured. */
export type Rig = {
  scale: Scale;
  postgres: BenchPostgres;
  product: Product;
  /** Connections of the bench to the product's database, and to that of the ceilings. */
  db: pg.Pool;
  bareDb: pg.Pool;
  bareUrl: string;
  receiver: Child<ReceiverCommands>;
  receiverPort: number;
  load: Child<LoadCommands>;
  /** Deliveries a second at fan-out 1, as last measured in this run; rates of other workloads are parts of it. */
  sustained: number | undefined;
  /** Of web and worker before anything was asked of them. */
  idleMemory: Memory;
  stop: () => Promise<void>;
};

type Options = { scale: Scale; profileDir: string | undefined; say: (message: string) => void };

const productDatabase = "posthorn";
const bareDatabase = "bare";
/** Both processes have loaded what they need by then. */
const idleAfterMs = 10_000;

/** Starts Postgres, a receiver, a load generator, web and worker; undoes what it started when one of them fails. */
export async function startRig({ scale, profileDir, say }: Options): Promise<Rig> {
  const steps: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of steps.splice(0).toReversed()) await step();
  };
  try {
    say("starting PostgreSQL");
    const postgres = await startBenchPostgres();
    steps.push(postgres.stop);
    await prepareDatabases(postgres);
    const [db, bareDb] = [openPool(postgres.url(productDatabase)), openPool(postgres.url(bareDatabase))];
    steps.push(() => Promise.all([db.end(), bareDb.end()]));
    const receiver = new Child<ReceiverCommands>("receiver.ts");
    const load = new Child<LoadCommands>("load.ts");
    steps.push(() => Promise.all([receiver.stop(), load.stop()]));
    const receiverPort = await receiver.ask("listen");
    say("starting web and worker (their pages are built first if need be)");
    const product = await startProduct(postgres.url(productDatabase), profileDir);
    steps.push(product.stop);
    await delay(idleAfterMs);
    const idleMemory = await memoryMb({ product });
    const databases = { postgres, db, bareDb, bareUrl: postgres.url(bareDatabase) };
    const processes = { product, receiver, receiverPort, load };
    return { scale, ...databases, ...processes, sustained: undefined, idleMemory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Migrates the product's database and copies it, still empty, for the ceilings. */
async function prepareDatabases(postgres: BenchPostgres): Promise<void> {
  await ensurePrismaClient();
  Object.assign(process.env, testSettings(postgres.url(productDatabase)));
  await runNode(["lib/migrate/migrate.ts"], process.env);
  await postgres.admin.query(`CREATE DATABASE ${bareDatabase} TEMPLATE ${productDatabase}`);
}

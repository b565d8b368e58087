import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

let loaded: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's schema engine (as WebAssembly, so nothing is downloaded) connected to `databaseUrl`. A script of
 * its that fails is rolled back whole; the error says why in Postgres' words.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= load();
  await loaded;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const faults: unknown[] = [];
  const engine = await connectEngine(pool, faults);
  try {
    return await work(engine);
  } catch (error) {
    // The engine's own message names the migration, the fault says what Postgres did not like.
    const messages = [...faults, error].map((fault) =>
      fault instanceof Error ? fault.message : String(fault),
    );
    throw new Error(messages.join("\n"), { cause: error });
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The package imports its .wasm file as a module would be imported by a bundler; Node wants it instantiated by hand. */
async function load(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(
    await readFile(join(dirname(glue), "schema_engine_bg.wasm")),
    {
      "./schema_engine_bg.js": { ...bindings },
    },
  );
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

function connectEngine(pool: pg.Pool, faults: unknown[]): Promise<bindings.SchemaEngine> {
  const adapters = new PrismaPg(pool);
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connect: async () => {
      const adapter = await adapters.connect();
      sendScriptsWhole(adapter, pool, faults);
      readCharColumns(adapter, pool);
      return adapter;
    },
    connectToShadowDb: () => Promise.reject(new Error("The engine is given real databases only.")),
  });
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

// The adapter's own executeScript cuts a script at every semicolon, those inside function bodies too. Sent whole, it is also
// one transaction.
function sendScriptsWhole(adapter: SqlDriverAdapter, pool: pg.Pool, faults: unknown[]): void {
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((fault) => {
      faults.push(fault);
      throw fault;
    });
  };
}

// The engine reads "char" columns of the catalog; the adapter refuses that type instead of naming it.
function readCharColumns(adapter: SqlDriverAdapter, pool: pg.Pool): void {
  let charColumns: boolean[] = [];
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<pg.QueryResult>;
  const describedQuery = async (...given: unknown[]) => {
    const result = await query(...given);
    const fields = result.fields ?? [];
    charColumns = fields.map((field) => field.dataTypeID === pg.types.builtins.CHAR);
    for (const [index, field] of fields.entries())
      if (charColumns[index]) field.dataTypeID = pg.types.builtins.TEXT;
    return result;
  };
  pool.query = describedQuery as typeof pool.query;

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    const named = result.columnTypes.map((type, index) =>
      charColumns[index] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes: named };
  };
}

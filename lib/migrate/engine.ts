import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { withMigrationLock } from "./lock.ts";
import { migrationFiles } from "./migration-files.ts";
import { withSchemaEngine } from "./schema-engine.ts";
import { withScratchDatabase } from "./scratch-database.ts";

const noFilter = { externalTables: [], externalEnums: [] };

/** Applies the migrations the database lacks and returns their names. A failing one is undone whole, can be run again, and throws. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withMigrationLock(databaseUrl, async (client) => {
    // A script is one transaction, so one that a crash or an error cut short left nothing behind and may simply run again.
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
    if (rows[0]?.exists) {
      await client.query(
        "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL",
      );
    }
    return applyMissing(databaseUrl);
  });
}

/** The SQL that would turn the database into what prisma/schema.prisma says; empty when they agree. */
export async function drift(databaseUrl: string): Promise<string> {
  const files = [
    { path: "schema.prisma", content: await readFile(resolve("prisma", "schema.prisma"), "utf8") },
  ];
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: resolve("prisma") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilter,
    }),
  );
  return (stdout ?? "").replace("-- This is an empty migration.", "").trim();
}

/**
 * Writes a migration that takes what the migrations so far give to what prisma/schema.prisma says now, tried in an empty
 * database beside `databaseUrl`, and returns its path. With nothing to change the file is a blank for SQL by hand.
 */
export async function createMigration(databaseUrl: string, name: string): Promise<string> {
  const sql = await withScratchDatabase(databaseUrl, async (scratchUrl) => {
    await applyMissing(scratchUrl);
    return drift(scratchUrl);
  });
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const folder = resolve("prisma", "migrations", `${stamp}_${words.replace(/^_|_$/g, "")}`);
  const path = join(folder, "migration.sql");
  await mkdir(folder);
  await writeFile(
    path,
    sql ? `${sql}\n` : "-- prisma/schema.prisma asks for no change: write this one by hand.\n",
  );
  return path;
}

async function applyMissing(databaseUrl: string): Promise<string[]> {
  const migrationsList = await migrationFiles();
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilter }),
  );
  return appliedMigrationNames;
}

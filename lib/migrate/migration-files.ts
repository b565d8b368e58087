import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

const migrationsDir = resolve("prisma", "migrations");

/** The migrations of `prisma/migrations`, oldest first, as the schema engine takes them. */
export async function migrationFiles(): Promise<MigrationList> {
  const names = await migrationNames();
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(migrationsDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map(migrationDirectory)),
  };
}

/** The names of the migrations in `prisma/migrations`, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function migrationDirectory(name: string): Promise<MigrationList["migrationDirectories"][number]> {
  const value = await readFile(join(migrationsDir, name, "migration.sql"), "utf8");
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
}

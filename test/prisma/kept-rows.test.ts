import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { migrationNames } from "#lib/migrate/migration-files.ts";
import { withScratchDatabase } from "#lib/migrate/scratch-database.ts";
import { ensurePartitions } from "#lib/partitions.ts";

type Column = { name: string; type: string; isNullable: boolean; labels: string[] | null };
type Table = { name: string; columns: Column[] };

/** Names which rows were there, and the columns they had. */
type Kept = { table: string; columns: string[]; rows: string[] };

test("every migration keeps every row, in whatever state, that the schemas before it could hold", async () => {
  await withScratchDatabase(env().databaseUrl, async (databaseUrl) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await migrateStepByStep(client);
    } finally {
      await client.end();
    }
  });
});

async function migrateStepByStep(client: pg.Client): Promise<void> {
  const kept: Kept[] = [];
  for (const migration of await migrationNames()) {
    await client.query(readFileSync(join("prisma", "migrations", migration, "migration.sql"), "utf8"));
    for (const { table, columns, rows } of kept) {
      const found = new Set(await readRows(client, table, columns));
      expect(
        rows.filter((row) => !found.has(row)),
        `${migration} changes or loses rows of ${table}`,
      ).toEqual([]);
    }
    await ensurePartitions(client, { retentionDays: 30 });
    for (const table of await listTables(client)) {
      const isFilled = kept.some(
        ({ table: name, columns }) => name === table.name && columns.join() === namesOf(table).join(),
      );
      if (!isFilled) kept.push(await fill(client, table));
    }
  }
  expect(new Set(kept.map(({ table }) => table))).toContain("deliveries");
}

/** The tables and columns as they are now; partitions and what Postgres numbers itself left out. */
async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT class.relname AS name, json_agg(json_build_object(
             'name', attname, 'type', format_type(atttypid, NULL), 'isNullable', NOT attnotnull,
             'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum
                         WHERE enumtypid = CASE type.typelem WHEN 0 THEN type.oid ELSE type.typelem END)) ORDER BY attnum) AS columns
      FROM pg_class class JOIN pg_attribute ON attrelid = class.oid JOIN pg_type type ON type.oid = atttypid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''
     GROUP BY class.relname`);
  return rows;
}

/** Adds rows with each label of each enumeration, one of them with nothing that may be missing. */
async function fill(client: pg.Client, table: Table): Promise<Kept> {
  const { name, columns } = table;
  const count = Math.max(2, ...columns.map(({ labels }) => labels?.length ?? 0));
  const names = namesOf(table);
  // Parents and triggers are not what this is about.
  await client.query("SET session_replication_role = replica");
  for (let index = 0; index <= count; index += 1) {
    const values = columns.map((column) =>
      index === count && column.isNullable ? null : sampleOf(column, index),
    );
    await client.query(
      `INSERT INTO "${name}" (${quoted(names)}) VALUES (${names.map((_, place) => `$${place + 1}`)})`,
      values,
    );
  }
  await client.query("RESET session_replication_role");
  return { table: name, columns: names, rows: await readRows(client, name, names) };
}

async function readRows(client: pg.Client, table: string, columns: string[]): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `SELECT row_to_json(kept)::text AS row FROM (SELECT ${quoted(columns)} FROM "${table}") AS kept`,
  );
  return rows.map(({ row }) => row);
}

function namesOf({ columns }: Table): string[] {
  return columns.map(({ name }) => name);
}

function quoted(names: string[]): string {
  return names.map((name) => `"${name}"`).join();
}

/** Something that the column's type holds and no other row has. */
function sampleOf({ name, type, labels }: Column, index: number): unknown {
  if (labels) {
    const label = labels[index % labels.length];
    return type.endsWith("[]") ? [label] : label;
  }
  const value = values[type];
  if (!value) throw new Error(`column ${name}: say what a ${type} may be`);
  return value();
}

const number = () => randomBytes(3).readUIntBE(0, 3);
const text = () => `“${randomBytes(6).toString("hex")}” 🜚`;

const values: Record<string, () => unknown> = {
  uuid: newId,
  text,
  "uuid[]": () => [newId(), newId()],
  "text[]": () => [text(), text()],
  integer: number,
  "integer[]": () => [number(), number()],
  bigint: number,
  real: () => number() / 4,
  "double precision": () => number() / 8,
  boolean: () => number() % 2 === 0,
  json: () => JSON.stringify({ [text()]: number() }),
  jsonb: () => JSON.stringify({ [text()]: number() }),
  bytea: () => randomBytes(12),
  "timestamp with time zone": () => new Date(Date.UTC(2026, 0, 1) + number() * 1_000),
};

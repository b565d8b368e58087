import { pool } from "#lib/db.ts";

/** Every row of every table, the queue's among them, as a dump writes them: a line each, bytes in hex, led by the table's name. */
export async function dumpDatabase(): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE relkind IN ('r', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg_toast%'`,
  );
  const dumps = tables.map(async ({ name }) => {
    const { rows } = await pool().query<{ line: string }>(
      `SELECT row_of::text AS line FROM ${name} AS row_of`,
    );
    return rows.map(({ line }) => `${name} ${line}`);
  });
  return (await Promise.all(dumps)).flat();
}

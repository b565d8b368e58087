import pg from "pg";

/** Runs `work` while no other process is migrating this database; the lock ends with the connection, so a crash frees it. */
export async function withMigrationLock<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('posthorn migrations'))");
    return await work(client);
  } finally {
    await client.end();
  }
}

import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { env } from "#lib/env.ts";
import { drift } from "#lib/migrate/engine.ts";
import { migrationNames } from "#lib/migrate/migration-files.ts";
import { pendingMigrations } from "#lib/migrate/pending.ts";
import { prepareDatabase } from "#lib/migrate/prepare-database.ts";
import { withScratchDatabase } from "#lib/migrate/scratch-database.ts";

/** Runs `work` on an empty database with a connection to it. */
async function onEmptyDatabase(work: (url: string, client: pg.Client) => Promise<void>): Promise<void> {
  await withScratchDatabase(env().databaseUrl, async (url) => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    await client.connect();
    onTestFinished(() => client.end());
    await work(url, client);
  });
}

test("the migrations give exactly what the schema says, partitions or not", async () => {
  expect(await drift(env().databaseUrl)).toBe("");
});

test("a column the migrations do not know is reported as drift", async () => {
  await onEmptyDatabase(async (url, client) => {
    await prepareDatabase({ databaseUrl: url, retentionDays: 30 });
    await client.query("ALTER TABLE users ADD COLUMN nickname text");
    expect(await drift(url)).toContain('DROP COLUMN "nickname"');
  });
});

test("several processes preparing an empty database at once leave it as one would", async () => {
  await onEmptyDatabase(async (url) => {
    const names = await migrationNames();
    expect(await pendingMigrations(url)).toEqual(names);
    const prepare = () => prepareDatabase({ databaseUrl: url, retentionDays: 30 });
    const results = await Promise.all([prepare(), prepare(), prepare()]);
    expect(results.flatMap((result) => result.applied)).toEqual(names);
    expect(await pendingMigrations(url)).toEqual([]);
    expect(await prepare()).toEqual({ applied: [] });
  });
});

test("a migration that fails leaves nothing behind, says why, and can be run again", async () => {
  await onEmptyDatabase(async (url, client) => {
    await client.query("CREATE FUNCTION refuse_audit_change() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    const failing = prepareDatabase({ databaseUrl: url, retentionDays: 30 });
    await expect(failing).rejects.toMatchObject({ message: expect.stringContaining("refuse_audit_change") });
    const { rows } = await client.query("SELECT to_regclass('users') AS users");
    expect(rows).toEqual([{ users: null }]);

    await client.query("DROP FUNCTION refuse_audit_change");
    await prepareDatabase({ databaseUrl: url, retentionDays: 30 });
    expect(await pendingMigrations(url)).toEqual([]);
  });
});

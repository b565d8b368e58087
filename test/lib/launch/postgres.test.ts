import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "#lib/launch/postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "posthorn-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("what was committed is there after a stop and a start, and after kill -9", async () => {
  const dataDir = await temporaryFolder();
  const first = await startPostgres({ dataDir });
  await query(first.databaseUrl, "CREATE TABLE kept (n int)");
  await query(first.databaseUrl, "INSERT INTO kept VALUES (1)");
  await first.stop();

  const second = await startPostgres({ dataDir });
  await query(second.databaseUrl, "INSERT INTO kept VALUES (2)");
  process.kill(second.pid, "SIGKILL");
  await second.exited;

  const third = await startPostgres({ dataDir, port: second.port });
  expect(third.databaseUrl).toBe(second.databaseUrl);
  expect(await query(third.databaseUrl, "SELECT n FROM kept ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }]);
  await third.stop();
});

test("commits are durable and only this machine can connect", async () => {
  const postgres = await startPostgres({ dataDir: await temporaryFolder() });
  const show = async (name: string) => (await query(postgres.databaseUrl, `SHOW ${name}`))[0];
  expect(await show("fsync")).toEqual({ fsync: "on" });
  expect(await show("synchronous_commit")).toEqual({ synchronous_commit: "on" });
  expect(await show("listen_addresses")).toEqual({ listen_addresses: "127.0.0.1" });
  const wrong = new URL(postgres.databaseUrl);
  wrong.password = "guess";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  await postgres.stop();
});

test("the password is kept where only its owner can read it", async () => {
  const dataDir = await temporaryFolder();
  const postgres = await startPostgres({ dataDir });
  await postgres.stop();
  const { mode } = await stat(join(dataDir, "postgres-password"));
  expect(mode & 0o777).toBe(0o600);
});

test("a postmaster.pid whose number now belongs to another program does not keep it from starting", async () => {
  const dataDir = await temporaryFolder();
  const first = await startPostgres({ dataDir });
  const path = join(dataDir, "postgres", "postmaster.pid");
  const lines = (await readFile(path, "utf8")).split("\n");
  await first.stop();
  await writeFile(path, [String(process.pid), ...lines.slice(1)].join("\n"));

  const second = await startPostgres({ dataDir });
  expect(await query(second.databaseUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await second.stop();
});

test.runIf(process.getuid?.() === 0)("root can run it inside a folder closed to everyone else", async () => {
  const dataDir = join(await temporaryFolder(), "closed", "data");
  await mkdir(join(dataDir, ".."), { mode: 0o700 });
  const postgres = await startPostgres({ dataDir });
  expect(await query(postgres.databaseUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test("it does not outlive a launcher that is killed", async () => {
  const dataDir = await temporaryFolder();
  const launcher = spawn(
    process.execPath,
    [join(import.meta.dirname, "fixtures", "hold-postgres.ts"), dataDir],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [line] = await once(createInterface({ input: launcher.stdout }), "line");
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  launcher.kill("SIGKILL");
  await waitFor("Postgres to follow its launcher", () => !isAlive(pid));
});

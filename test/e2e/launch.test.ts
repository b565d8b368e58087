import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuild } from "#lib/launch/build.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { type Instance, readInstance } from "#lib/launch/instance.ts";
import { waitFor } from "#test/support/wait-for.ts";

const run = promisify(execFile);
let dataDir: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  await ensureBuild();
  dataDir = await mkdtemp(join(tmpdir(), "posthorn-test-"));
  const { DATABASE_URL: _ofTheTests, POSTHORN_SECRET_KEY: _its, ...rest } = process.env;
  env = { ...rest, POSTHORN_DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: "info" };
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

function launch(): ChildProcess {
  return spawn(process.execPath, ["lib/launch/run.mjs", "lib/launch/start.ts"], { env, stdio: "ignore" });
}

async function ready(launcher: ChildProcess): Promise<Instance> {
  await waitFor(
    "the instance to be ready",
    async () => {
      if (launcher.exitCode !== null) throw new Error(`the launcher ended with ${launcher.exitCode}`);
      return (await fetch(`http://127.0.0.1:${env.PORT}/readyz`)).ok;
    },
    { timeoutMs: 60_000 },
  );
  return waitFor("its record", () => readInstance(dataDir));
}

async function stopped(launcher: ChildProcess): Promise<number | null> {
  launcher.kill("SIGTERM");
  await once(launcher, "exit");
  return launcher.exitCode;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("one command brings everything up, and SIGTERM takes all of it down with exit code 0", async () => {
  const launcher = launch();
  const instance = await ready(launcher);
  expect(Object.keys(instance.pids).toSorted()).toEqual(["launcher", "postgres", "web", "worker"]);
  expect((await stat(join(dataDir, "instance.json"))).mode & 0o777).toBe(0o600);

  expect(await stopped(launcher)).toBe(0);
  expect(Object.entries(instance.pids).filter(([, pid]) => isAlive(pid))).toEqual([]);
  expect(await readInstance(dataDir)).toBeUndefined();
});

test("while it runs, a second start says where, and other commands find its database", async () => {
  const launcher = launch();
  const { url, databaseUrl } = await ready(launcher);
  const second = run(process.execPath, ["lib/launch/run.mjs", "lib/launch/start.ts"], { env });
  await expect(second).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`Posthorn is already running on ${dataDir}, at ${url}`),
  });

  const migrate = ["lib/launch/run.mjs", "lib/launch/with-database.ts", "lib/migrate/migrate.ts"];
  expect((await run(process.execPath, migrate, { env })).stdout).toBe("the database is up to date\n");
  expect((await readInstance(dataDir))?.databaseUrl).toBe(databaseUrl);
  expect(await stopped(launcher)).toBe(0);
});

test("web and Postgres killed with -9 come back by themselves", async () => {
  const launcher = launch();
  const { pids } = await ready(launcher);
  for (const name of ["web", "postgres"]) {
    const pid = pids[name] ?? 0;
    process.kill(pid, "SIGKILL");
    await waitFor(`${name} to be gone`, () => !isAlive(pid));
    await ready(launcher);
  }
  expect(await stopped(launcher)).toBe(0);
});

test("killed with -9, the launcher leaves nothing running, and the next start is an ordinary one", async () => {
  const launcher = launch();
  const { pids } = await ready(launcher);
  launcher.kill("SIGKILL");
  await waitFor("everything to follow", () => Object.values(pids).every((pid) => !isAlive(pid)), {
    timeoutMs: 40_000,
  });
  const next = launch();
  await ready(next);
  expect(await stopped(next)).toBe(0);
});

import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "#lib/launch/free-port.ts";
import { AppProcess } from "./app-process.ts";
import { type Bootstrapped, bootstrap } from "./producer.ts";
import { testSettings } from "./settings.ts";
import { waitFor } from "./wait-for.ts";

const run = promisify(execFile);

export type PreviousRelease = {
  /** Prepares the database with that release's migrations and makes a tenant in it. */
  bootstrap: () => Promise<Bootstrapped>;
  /** Its API, without pages, so that nothing has to be built. */
  startApi: () => Promise<{ url: string; process: AppProcess }>;
  startWorker: () => AppProcess;
  remove: () => Promise<void>;
};

/** The commit that was in production before this code; undefined in a checkout whose history does not reach that far. */
export async function previousCommit(): Promise<string | undefined> {
  const release = await git("describe", "--tags", "--abbrev=0", "HEAD^");
  if (release) return release;
  // Before there is a first release, the code that did not know the newest migration.
  const newest = await git("log", "-1", "--format=%H", "--diff-filter=A", "--", "prisma/migrations");
  return newest && git("rev-parse", "--verify", "--quiet", `${newest}^`);
}

/** Unpacks the code of `commit` beside today's packages, to run on the database at `databaseUrl`. */
export async function unpackRelease(commit: string, databaseUrl: string): Promise<PreviousRelease> {
  const cwd = await mkdtemp(join(tmpdir(), "posthorn-previous-"));
  const archive = join(cwd, "code.tar");
  await run("git", ["archive", `--output=${archive}`, commit, "lib", "worker", "prisma", "package.json"]);
  await run("tar", ["-xf", archive, "-C", cwd]);
  await symlink(resolve("node_modules"), join(cwd, "node_modules"));
  await writeFile(join(cwd, "serve-api.ts"), serveApi);
  const env = { ...testSettings(databaseUrl), LOG_LEVEL: "info" };
  return {
    bootstrap: () => bootstrap(env, { cwd }),
    startApi: async () => {
      const port = String(await freePort());
      const url = `http://127.0.0.1:${port}`;
      const process = new AppProcess(join(cwd, "serve-api.ts"), { ...env, PORT: port }, [], cwd);
      await waitFor("the previous API", async () => (await fetch(`${url}/healthz`)).ok, {
        timeoutMs: 30_000,
      });
      return { url, process };
    },
    startWorker: () => new AppProcess(join(cwd, "worker", "index.ts"), env, [], cwd),
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
}

const serveApi = `
import { serve } from "@hono/node-server";
import { createApi } from "#lib/api/app.ts";
serve({ fetch: createApi().fetch, port: Number(process.env.PORT), overrideGlobalObjects: false });
`;

/** What git prints, or undefined where it knows no answer. */
async function git(...args: string[]): Promise<string | undefined> {
  const printed = await run("git", args).catch(() => undefined);
  return printed?.stdout.trim() || undefined;
}

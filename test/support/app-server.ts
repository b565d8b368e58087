import { ensureBuild } from "#lib/launch/build.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { AppProcess } from "./app-process.ts";
import { testSettings } from "./settings.ts";
import { waitFor } from "./wait-for.ts";

type Options = {
  /** The database to run on; that of the test file unless given. */
  databaseUrl?: string;
  /** Settings laid over those of the tests. */
  env?: Record<string, string>;
};

export type Web = { url: string; process: AppProcess };

export type App = {
  url: string;
  web: AppProcess;
  worker: AppProcess;
  stop: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** One web and one worker on a free port, both as in production; resolves when web is ready. */
export async function startApp(options: Options = {}): Promise<App> {
  const web = await startWeb(options);
  const worker = startWorker({ ...options, env: { POSTHORN_URL: web.url, ...options.env } });
  const stop = async () => void (await Promise.all([worker.stop(), web.process.stop()]));
  return { url: web.url, web: web.process, worker, stop, [Symbol.asyncDispose]: stop };
}

/** One web on a free port (or that of `env.PORT`), as in production; resolves when it answers that it is ready. */
export function startWeb(options: Options = {}): Promise<Web> {
  return start(options, (env) => new AppProcess("server.ts", env));
}

/** The pages and the API by `next start` alone, without our server in front. */
export function startNext(options: Options = {}): Promise<Web> {
  return start(
    options,
    (env) => new AppProcess("node_modules/next/dist/bin/next", env, ["start", "-p", env.PORT ?? ""]),
  );
}

async function start(options: Options, run: (env: Record<string, string>) => AppProcess): Promise<Web> {
  await ensureBuild();
  const port = options.env?.PORT ?? String(await freePort());
  const url = `http://localhost:${port}`;
  const process = run({ ...settings(options), PORT: port, POSTHORN_URL: url, NEXTAUTH_URL: url });
  const isReady = async () => {
    if (!process.isRunning) return "ended";
    return (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok;
  };
  const state = await waitFor("web to be ready", isReady, { timeoutMs: 60_000, everyMs: 50 });
  if (state === "ended") throw new Error(`web ended while starting:\n${process.lines.slice(-20).join("\n")}`);
  return { url, process };
}

/** One worker, as in production. */
export function startWorker(options: Options = {}): AppProcess {
  return new AppProcess("worker/index.ts", settings(options));
}

function settings({ databaseUrl = process.env.DATABASE_URL, env = {} }: Options): Record<string, string> {
  if (!databaseUrl) throw new Error("Give the app a databaseUrl outside of vitest.");
  return { ...testSettings(databaseUrl), NODE_ENV: "production", LOG_LEVEL: "info", ...env };
}

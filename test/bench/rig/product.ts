import { type App, startApp } from "#test/support/app-server.ts";

/** The web and the worker under measurement, with the settings of production. */
export type Product = {
  port: number;
  webPid: number;
  workerPid: number;
  /** Freezes both processes, so that a ceiling is measured alone. */
  pause: () => void;
  resume: () => void;
  pauseWorker: () => void;
  resumeWorker: () => void;
  stop: () => Promise<void>;
};

/** `profileDir` makes both write a CPU profile there when they end. */
export async function startProduct(databaseUrl: string, profileDir: string | undefined): Promise<Product> {
  const profile = profileDir && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileDir}` };
  const app: App = await startApp({ databaseUrl, env: { POSTHORN_DB_POOL: "10", ...profile } });
  const both = [app.web, app.worker];
  return {
    port: Number(new URL(app.url).port),
    webPid: app.web.pid,
    workerPid: app.worker.pid,
    pause: () => both.forEach((process) => void process.signal("SIGSTOP")),
    resume: () => both.forEach((process) => void process.signal("SIGCONT")),
    pauseWorker: () => app.worker.signal("SIGSTOP"),
    resumeWorker: () => app.worker.signal("SIGCONT"),
    stop: () => {
      // What is frozen does not hear that it should end.
      for (const process of both) process.signal("SIGCONT");
      return app.stop();
    },
  };
}

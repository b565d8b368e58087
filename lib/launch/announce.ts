import { say } from "./say.ts";
import type { LaunchSettings } from "./settings.ts";

type Options = { settings: LaunchSettings; databasePort: number | undefined; isStopping: () => boolean };

/** Says where the dashboard is and what to do first, as soon as web answers that it is ready. */
export async function announceWhenReady({ settings, databasePort, isStopping }: Options): Promise<void> {
  const { port, url, dataDir, signup } = settings.parsed;
  while (!(await isReady(port))) {
    if (isStopping()) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  say(`Posthorn is ready: ${url}`);
  if (signup === "open")
    say(`New here? Open ${url}/sign-up and make an account; the first tenant comes with it.`);
  say("Without a browser: npm run bootstrap -- --email you@example.com --password … --tenant Acme --json");
  if (databasePort)
    say(`The data is in ${dataDir} (PostgreSQL on 127.0.0.1:${databasePort}). Ctrl-C stops everything.`);
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) });
    return answer.ok;
  } catch {
    return false;
  }
}

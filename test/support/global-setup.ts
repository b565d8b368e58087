import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { ensurePrismaClient } from "#lib/launch/prisma-client.ts";
import { testSettings } from "./settings.ts";
import { careless, startTemporaryPostgres } from "./temporary-postgres.ts";

const run = promisify(execFile);

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

type Server = { templateUrl: string; stop: () => Promise<void> };

const shared = globalThis as { posthornTestServer?: Promise<Server> };

/** Prepares one Postgres with a migrated template database for the whole run, whichever projects take part. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  shared.posthornTestServer ??= startServer();
  const { templateUrl, stop } = await shared.posthornTestServer;
  project.provide("templateUrl", templateUrl);
  return stop;
}

async function startServer(): Promise<Server> {
  await ensurePrismaClient();
  const { databaseUrl, stop } = await startTemporaryPostgres(careless);
  const env = { ...process.env, ...testSettings(databaseUrl) };
  await run(process.execPath, ["lib/migrate/migrate.ts"], { env });
  let stopped: Promise<void> | undefined;
  return {
    templateUrl: databaseUrl,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

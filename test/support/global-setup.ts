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

/** Prepares one Postgres with a migrated template database for the whole run. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  await ensurePrismaClient();
  const postgres = await startTemporaryPostgres(careless);
  const env = { ...process.env, ...testSettings(postgres.databaseUrl) };
  await run(process.execPath, ["lib/migrate/migrate.ts"], { env });
  project.provide("templateUrl", postgres.databaseUrl);
  return postgres.stop;
}

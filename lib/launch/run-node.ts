import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { LaunchError } from "./launch-error.ts";

/** Runs a file with this Node to its end and returns what it printed; its own words become the error when it fails. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (code === 0) return stdout;
  throw new LaunchError(`${args.join(" ")} failed:\n\n${stdout}${stderr}`);
}

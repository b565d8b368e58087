import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { pipeLogLines } from "./log-lines.ts";

export type Program = {
  name: string;
  /** Arguments for Node: its flags, the file, the file's arguments. */
  args: string[];
  env: NodeJS.ProcessEnv;
};

export type Supervised = { pid: () => number | undefined; stop: () => Promise<void>; kill: () => void };

type Options = { say: (message: string) => void; onStart?: () => void; firstWaitMs?: number };

const longestWaitMs = 30_000;
const steadyMs = 60_000;
/** Longer than any program needs to finish what is in flight: the longest attempt and the time to record it. */
const graceMs = 45_000;

/** Runs a program until told to stop. When it ends by itself it is started again after 0.5 s, doubling up to 30 s. */
export function supervise(program: Program, { say, onStart, firstWaitMs = 500 }: Options): Supervised {
  const stopping = new AbortController();
  let child = start(program);
  const keepRunning = async () => {
    let waitMs = firstWaitMs;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const how = await ended(child);
      if (stopping.signal.aborted) return;
      if (performance.now() - startedAt > steadyMs) waitMs = firstWaitMs;
      say(`${program.name} ended (${how}); starting it again in ${waitMs / 1000} s`);
      await delay(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      waitMs = Math.min(longestWaitMs, waitMs * 2);
      child = start(program);
      onStart?.();
    }
  };
  const done = keepRunning();
  return {
    pid: () => child.pid,
    kill: () => void child.kill("SIGKILL"),
    stop: async () => {
      stopping.abort();
      child.kill("SIGTERM");
      const drainMs = 1_000 * Number(program.env.POSTHORN_DRAIN_SECONDS || 0);
      const tooLong = setTimeout(() => child.kill("SIGKILL"), graceMs + drainMs);
      await done;
      clearTimeout(tooLong);
    },
  };
}

function start({ name, args, env }: Program): ChildProcess {
  const follow = pathToFileURL(resolve(import.meta.dirname, "follow-launcher.ts")).href;
  const child = spawn(process.execPath, ["--import", follow, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A process group of its own: Ctrl-C reaches the launcher alone, which then stops everything in order.
    detached: true,
  });
  const isForHumans = process.stdout.isTTY;
  if (child.stdout) pipeLogLines({ name, from: child.stdout, to: process.stdout, isForHumans });
  if (child.stderr) pipeLogLines({ name, from: child.stderr, to: process.stderr, isForHumans });
  return child;
}

async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) {
    const failure = await once(child, "exit").then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (failure) return failure;
  }
  return child.signalCode ?? `exit code ${child.exitCode}`;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { memoryFlags, runtimeEnv } from "#lib/launch/node-settings.ts";

/** A web or worker of the product, running as it would in production, with what it printed. */
export class AppProcess {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  constructor(file: string, env: Record<string, string>, argv: readonly string[] = [], cwd = ".") {
    const follow = pathToFileURL(resolve("lib", "launch", "follow-launcher.ts")).href;
    this.#child = spawn(process.execPath, [...memoryFlags(env), "--import", follow, file, ...argv], {
      cwd,
      env: { ...process.env, ...runtimeEnv, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#exited = once(this.#child, "exit");
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => this.lines.push(line));
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when it has ended, whoever ended it. */
  get exited(): Promise<unknown> {
    return this.#exited;
  }

  /** Sends a message to a preload that listens for it; one to a process that has just ended is lost. */
  tell(message: object): void {
    if (this.isRunning) this.#child.send(message, () => undefined);
  }

  /** Sends a signal and resolves at once. */
  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Ends the process with `signal`, -9 unless told otherwise, and resolves with its exit code (null when killed). */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
    if (this.isRunning) {
      this.#child.kill(signal);
      await this.#exited;
    }
    return this.#child.exitCode;
  }

  /** Asks it to stop, as an operator would, and resolves with its exit code. */
  stop(): Promise<number | null> {
    return this.kill("SIGTERM");
  }
}

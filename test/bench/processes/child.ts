import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Commands, Reply, Request } from "./serve.ts";

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };

/** A process of the bench with an event loop of its own, asked by message; `Table` is what the file serves. */
export class Child<Table extends Commands> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(file: string) {
    this.#child = spawn(process.execPath, [resolve(import.meta.dirname, file)], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      serialization: "advanced",
    });
    this.#child.on("message", (reply: Reply) => this.#answer(reply));
    this.#child.once("exit", (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${file} ended (${signal ?? code})`));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves with what the command answers; rejects with its error, or when the process ends first. */
  ask<Name extends keyof Table & string>(
    command: Name,
    ...input: Parameters<Table[Name]>
  ): Promise<Awaited<ReturnType<Table[Name]>>> {
    this.#asked += 1;
    const request: Request = { id: this.#asked, command, input: input[0] };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      this.#child.send(request, (error) => error && reject(error));
    });
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }

  #answer({ id, result, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result as never);
    else waiting?.reject(new Error(error));
  }
}

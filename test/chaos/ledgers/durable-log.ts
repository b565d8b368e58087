import { closeSync, fdatasync, openSync, writeSync } from "node:fs";

/** A file of JSON lines; a line counts once it is on the disk. Lines that come together share one sync. */
export class DurableLog {
  readonly #file: number;
  #pending: string[] = [];
  #waiting: (() => void)[] = [];
  #isSyncing = false;

  constructor(path: string) {
    this.#file = openSync(path, "a");
  }

  /** Resolves when the line is durable. */
  append(line: object): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#pending.push(JSON.stringify(line));
    this.#waiting.push(resolve);
    if (!this.#isSyncing) this.#sync();
    return promise;
  }

  /** Writes a line that nobody waits for; it becomes durable with the next one that somebody does. */
  note(line: object): void {
    this.#pending.push(JSON.stringify(line));
  }

  /** Writes what is left and closes the file. */
  close(): void {
    this.#write();
    closeSync(this.#file);
  }

  #sync(): void {
    this.#isSyncing = true;
    const waiting = this.#waiting.splice(0);
    this.#write();
    fdatasync(this.#file, (error) => {
      if (error) throw error;
      for (const resolve of waiting) resolve();
      if (this.#waiting.length > 0) this.#sync();
      else this.#isSyncing = false;
    });
  }

  #write(): void {
    if (this.#pending.length > 0) writeSync(this.#file, `${this.#pending.splice(0).join("\n")}\n`);
  }
}

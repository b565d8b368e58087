import { appendFileSync } from "node:fs";
import type { AppProcess } from "#test/support/app-process.ts";

const everyMs = 1_000;

/** Writes what a process prints to a file, until it has ended. */
export function keepLines(process: AppProcess, path: string): void {
  let kept = 0;
  const write = () => {
    const fresh = process.lines.slice(kept);
    kept += fresh.length;
    if (fresh.length > 0) appendFileSync(path, `${fresh.join("\n")}\n`);
  };
  const writing = setInterval(write, everyMs);
  void process.exited.then(() => {
    clearInterval(writing);
    write();
    appendFileSync(path, "— ended —\n");
  });
}

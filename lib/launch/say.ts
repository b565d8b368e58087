import { humanLine } from "./log-lines.ts";

/** One message of the launcher: a readable line on a terminal, a JSON entry like those of web and worker elsewhere. */
export function say(message: string): void {
  const entry = JSON.stringify({
    level: "info",
    time: new Date().toISOString(),
    pid: process.pid,
    msg: message,
  });
  process.stdout.write(`${process.stdout.isTTY ? humanLine("start", entry) : entry}\n`);
}

import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";

type Pipe = { name: string; from: Readable; to: Writable; isForHumans: boolean };

/** Passes a program's output on line by line: as it is, or for humans with the JSON entries spelled out. */
export function pipeLogLines({ name, from, to, isForHumans }: Pipe): void {
  const lines = createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => to.write(`${isForHumans ? humanLine(name, line) : line}\n`));
}

/** `12:30:01 worker  warn  endpoint paused endpointId=ep_…`; a line that is no log entry only gets its program's name. */
export function humanLine(name: string, line: string): string {
  const entry = parseEntry(line);
  const program = styleText("dim", name.padEnd(6));
  if (!entry) return `${program}  ${line}`;
  const { time, level, msg, pid: _pid, ...fields } = entry;
  const clock = new Date(time).toTimeString().slice(0, 8);
  const rest = Object.entries(fields).map(([key, value]) => styleText("dim", `${key}=${fieldText(value)}`));
  return [styleText("dim", clock), program, levelText(level), quoted(msg), ...rest].join(" ");
}

type Entry = { time: string | number; level: string; msg: string; [field: string]: unknown };

function parseEntry(line: string): Entry | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const entry = JSON.parse(line);
    return typeof entry.msg === "string" && typeof entry.level === "string" ? entry : undefined;
  } catch {
    return undefined;
  }
}

const colors = {
  error: "red",
  fatal: "red",
  warn: "yellow",
  info: "green",
  debug: "blue",
  trace: "dim",
} as const;

function levelText(level: string): string {
  const color = colors[level as keyof typeof colors] ?? "dim";
  return styleText(color, level.padEnd(5));
}

function fieldText(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "object" && value !== null && "stack" in value)
    return `\n${String(value.stack).split("\n").map(quoted).join("\n")}`;
  return quoted(JSON.stringify(value));
}

/** What strangers wrote must neither look like a line of ours nor do anything to the terminal of whoever reads it. */
function quoted(text: string): string {
  return text.replaceAll(
    /\p{Cc}/gu,
    (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

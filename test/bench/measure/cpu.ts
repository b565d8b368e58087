import { readdir, readFile } from "node:fs/promises";

const tickMs = 10;

/** CPU time a process has used, user and system, in milliseconds; undefined where there is no /proc. */
export async function cpuMsOf(pid: number): Promise<number | undefined> {
  const fields = await statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** CPU time of a Postgres server in milliseconds: its postmaster, all its children, and those that have ended. */
export async function cpuMsOfServer(postmasterPid: number): Promise<number | undefined> {
  const own = await statOf(postmasterPid);
  if (!own) return undefined;
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map((pid) => statOf(Number(pid))));
  const children = all.filter((fields) => Number(fields?.[1]) === postmasterPid);
  const living = children.reduce((sum, fields) => sum + Number(fields?.[11]) + Number(fields?.[12]), 0);
  return (living + own.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)) * tickMs;
}

export async function parentOf(pid: number): Promise<number> {
  return Number((await statOf(pid))?.[1] ?? 0);
}

/** The fields of proc(5) stat after the name: state, parent, … , user, system, and those of ended children at 11 to 14. */
async function statOf(pid: number): Promise<string[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ");
}

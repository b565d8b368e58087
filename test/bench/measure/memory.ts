import { readFile } from "node:fs/promises";
import type { Rig } from "../rig/rig.ts";

export type Memory = { web: number; worker: number };

/** Resident memory of web and worker in megabytes; 0 where there is no /proc. */
export async function memoryMb({ product }: Pick<Rig, "product">): Promise<Memory> {
  const [web, worker] = await Promise.all([rssMb(product.webPid), rssMb(product.workerPid)]);
  return { web, worker };
}

async function rssMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
}

import type { Figure } from "../figure.ts";
import type { Costs } from "./costs.ts";

/** Costs of one delivery (or event), the figures that noise cannot move. */
export function costFigures(costs: Costs, { of, each }: { of: number; each: string }): Figure[] {
  const cpuMs = costs.webCpuMs + costs.workerCpuMs + costs.postgresCpuMs;
  const micros = (name: string, ms: number): Figure => ({
    name: `${name} CPU per ${each}`,
    value: (ms * 1_000) / of,
    unit: "microseconds",
  });
  return [
    micros("all", cpuMs),
    micros("web", costs.webCpuMs),
    micros("worker", costs.workerCpuMs),
    micros("Postgres", costs.postgresCpuMs),
    { name: `SQL statements per ${each}`, value: costs.statements / of, unit: "count" },
    { name: `commits per ${each}`, value: costs.commits / of, unit: "count" },
    { name: `WAL per ${each}`, value: costs.walBytes / of, unit: "bytes" },
  ];
}

/** Connections the worker opened to receivers for each delivery. */
export function connectionFigure(costs: Costs): Figure {
  return { name: "new connections per delivery", value: costs.connections / costs.received, unit: "count" };
}

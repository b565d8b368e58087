import { monitorEventLoopDelay } from "node:perf_hooks";
import type { PoolUsage } from "./db.ts";
import { setGauge, setTotal } from "./metrics.ts";
import { version } from "./version.ts";

type LoopMonitor = ReturnType<typeof monitorEventLoopDelay>;

const processGlobals = globalThis as { posthornLoopDelay?: LoopMonitor };
const resolutionMs = 20;

/** Starts measuring the event loop's delay, once a process. */
export function watchEventLoop(): LoopMonitor {
  processGlobals.posthornLoopDelay ??= startMonitor();
  return processGlobals.posthornLoopDelay;
}

/** Sets the metrics of this process as such; the event loop's delay is that since the last call. */
export function noteProcess(process: "web" | "worker"): void {
  setGauge("posthorn_build_info", [1, { version, process }]);
  const { rss, heapUsed } = globalThis.process.memoryUsage();
  const { user, system } = globalThis.process.cpuUsage();
  setGauge("process_start_time_seconds", [Math.round(performance.timeOrigin / 1_000)]);
  setTotal("process_cpu_seconds_total", (user + system) / 1e6);
  setGauge("process_resident_memory_bytes", [rss]);
  setGauge("nodejs_heap_size_used_bytes", [heapUsed]);
  noteEventLoop();
}

/** Sets the metrics of this process's database connections. */
export function notePools(pools: readonly PoolUsage[]): void {
  setGauge(
    "posthorn_database_connections",
    ...pools.flatMap(({ pool, idle, busy }) => [
      [idle, { pool, state: "idle" }] as const,
      [busy, { pool, state: "busy" }] as const,
    ]),
  );
  setGauge("posthorn_database_waiting", ...pools.map(({ pool, waiting }) => [waiting, { pool }] as const));
}

function noteEventLoop(): void {
  const monitor = watchEventLoop();
  // The monitor reports the whole interval between two of its ticks; the delay is what goes beyond.
  const lag = (nanoseconds: number) => Math.max(0, (nanoseconds || 0) / 1e9 - resolutionMs / 1e3);
  setGauge("nodejs_eventloop_lag_mean_seconds", [lag(monitor.mean)]);
  setGauge("nodejs_eventloop_lag_p99_seconds", [lag(monitor.percentile(99))]);
  setGauge("nodejs_eventloop_lag_max_seconds", [lag(monitor.max)]);
  monitor.reset();
}

function startMonitor(): LoopMonitor {
  const monitor = monitorEventLoopDelay({ resolution: resolutionMs });
  monitor.enable();
  return monitor;
}

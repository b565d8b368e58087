import { monitorEventLoopDelay } from "node:perf_hooks";
import { pool } from "../db.ts";

type LoopMonitor = ReturnType<typeof monitorEventLoopDelay>;
type Metric = {
  name: string;
  help: string;
  type: "gauge" | "counter";
  samples: [labels: string, value: number][];
};

const processGlobals = globalThis as { posthornLoopDelay?: LoopMonitor };

/** This process and the backlog in Prometheus's text format 0.0.4; the event loop's delay is that since the last look. */
export async function metricsText(): Promise<string> {
  return [...processMetrics(), ...(await backlogMetrics())].map(toText).join("");
}

function processMetrics(): Metric[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge("process_resident_memory_bytes", "Resident memory.", rss),
    gauge("nodejs_heap_size_used_bytes", "Heap in use.", heapUsed),
    gauge("process_uptime_seconds", "Since this process started.", process.uptime()),
    { ...gauge("process_cpu_seconds_total", "CPU time.", (user + system) / 1e6), type: "counter" },
    ...eventLoopMetrics(),
  ];
}

const resolutionMs = 20;

function eventLoopMetrics(): Metric[] {
  const monitor = watchEventLoop();
  // The monitor reports the whole interval between two of its ticks; the delay is what goes beyond.
  const lag = (nanoseconds: number) => Math.max(0, (nanoseconds || 0) / 1e9 - resolutionMs / 1e3);
  const metrics = [
    gauge("nodejs_eventloop_lag_mean_seconds", "Mean delay of the event loop.", lag(monitor.mean)),
    gauge("nodejs_eventloop_lag_p99_seconds", "99th percentile.", lag(monitor.percentile(99))),
    gauge("nodejs_eventloop_lag_max_seconds", "Longest delay.", lag(monitor.max)),
  ];
  monitor.reset();
  return metrics;
}

/** Starts measuring the event loop's delay, once a process. */
export function watchEventLoop(): LoopMonitor {
  processGlobals.posthornLoopDelay ??= startMonitor();
  return processGlobals.posthornLoopDelay;
}

function startMonitor(): LoopMonitor {
  const monitor = monitorEventLoopDelay({ resolution: resolutionMs });
  monitor.enable();
  return monitor;
}

async function backlogMetrics(): Promise<Metric[]> {
  const { rows } = await pool().query<{ status: string; count: string; overdue: number | null }>(
    backlogStatement,
  );
  const open = new Map(rows.map((row) => [row.status, Number(row.count)]));
  const overdue = Math.max(0, ...rows.map((row) => row.overdue ?? 0));
  const statuses = ["pending", "retrying", "sending"];
  return [
    {
      name: "posthorn_deliveries_open",
      help: "Deliveries that are not over, in the whole installation.",
      type: "gauge",
      samples: statuses.map((status) => [`{status="${status}"}`, open.get(status) ?? 0]),
    },
    gauge(
      "posthorn_oldest_due_delivery_seconds",
      "How long the longest waiting delivery that may be sent has been due.",
      overdue,
    ),
  ];
}

/** What waits for a paused or throttled endpoint is not late. */
const backlogStatement = `
  SELECT delivery.status, count(*),
         extract(epoch FROM max(now() - delivery.next_attempt_at)
           FILTER (WHERE delivery.status <> 'sending' AND endpoint.state = 'enabled'
                     AND coalesce(health.throttled_until <= now(), true)))::float8 AS overdue
    FROM deliveries delivery
    JOIN endpoints endpoint ON endpoint.id = delivery.endpoint_id
    JOIN endpoint_health health ON health.endpoint_id = endpoint.id
   WHERE delivery.status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])
      OR delivery.status = 'sending'::delivery_status
   GROUP BY delivery.status`;

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: "gauge", samples: [["", value]] };
}

function toText({ name, help, type, samples }: Metric): string {
  const lines = samples.map(([labels, value]) => `${name}${labels} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
}

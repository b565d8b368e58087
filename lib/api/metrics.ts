import { poolUsage } from "../db.ts";
import { type KeptFigures, readFigures } from "../installation/figures.ts";
import { log } from "../log.ts";
import { metricsText, setGauge } from "../metrics.ts";
import { notePools, noteProcess } from "../process-metrics.ts";

/** What a web answers to /metrics: itself, and the whole installation unless the database is away. */
export async function webMetrics(): Promise<string> {
  noteProcess("web");
  notePools(poolUsage());
  const kept = await readFigures().catch((error) => {
    log().warn({ err: error }, "the figures of the installation cannot be read");
  });
  setGauge("posthorn_database_up", [kept ? 1 : 0]);
  if (!kept) return metricsText(["web", "each"]);
  noteFigures(kept);
  return metricsText(["web", "each", "installation"]);
}

function noteFigures({ figures, ageSeconds }: KeptFigures): void {
  const { waiting, endpoints, resting } = figures;
  setGauge("posthorn_figures_age_seconds", [ageSeconds]);
  setGauge(
    "posthorn_deliveries_waiting",
    [waiting.due, { state: "due" }],
    [waiting.held, { state: "held" }],
    [waiting.scheduled, { state: "scheduled" }],
  );
  setGauge("posthorn_deliveries_waiting_estimated", [waiting.isEstimated ? 1 : 0]);
  setGauge("posthorn_oldest_due_delivery_seconds", [waiting.oldestDueSeconds]);
  setGauge("posthorn_deliveries_sending", [figures.sending]);
  setGauge(
    "posthorn_endpoints",
    [endpoints.enabled, { state: "enabled" }],
    [endpoints.paused, { state: "paused" }],
    [endpoints.disabled, { state: "disabled" }],
  );
  setGauge(
    "posthorn_lanes_resting",
    [resting.breaker, { reason: "breaker" }],
    [resting.throttled, { reason: "throttled" }],
  );
  setGauge(
    "posthorn_queue_jobs",
    ...figures.jobs.map(({ queue, state, count }) => [count, { queue, state }] as const),
  );
  setGauge("posthorn_partitions_ahead_seconds", [figures.partitionsAheadSeconds]);
}

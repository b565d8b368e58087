export type MetricSource = "web" | "worker" | "each" | "installation";

export type Metric = {
  type: "counter" | "gauge" | "histogram";
  /** Which process answers with it: one of a kind, each of both, or any web for the whole installation. */
  source: MetricSource;
  help: string;
  labels?: readonly string[];
  buckets?: readonly number[];
};

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const batchSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * Every metric of web and worker, named after the conventions of Prometheus: base units, counters end in `_total`. The
 * registry and the documentation are made from this table. Labels have few values; ids of tenants or endpoints are none.
 */
export const metricsCatalogue = {
  posthorn_http_requests_total: {
    type: "counter",
    source: "web",
    labels: ["method", "route", "status"],
    help: "Requests answered. A route is the path of an operation, (page), (asset) or (other), which health checks are.",
  },
  posthorn_http_request_seconds: {
    type: "histogram",
    source: "web",
    labels: ["method", "route"],
    buckets: seconds,
    help: "Time from the headers of a request to its answer.",
  },
  posthorn_streams_open: {
    type: "gauge",
    source: "web",
    help: "Open streams of changes (GET /stream): dashboards that somebody looks at, and API keys that follow.",
  },
  posthorn_events_accepted_total: {
    type: "counter",
    source: "web",
    help: "Events answered with 202, repeated ones included.",
  },
  posthorn_events_refused_total: {
    type: "counter",
    source: "web",
    labels: ["code"],
    help: "Refused requests to post events and refused items of batches, by the code of the problem.",
  },
  posthorn_event_accept_seconds: {
    type: "histogram",
    source: "web",
    buckets: seconds,
    help: "Time from a valid event to its durable commit.",
  },
  posthorn_flush_events: {
    type: "histogram",
    source: "web",
    buckets: batchSizes,
    help: "Events stored together in one transaction.",
  },
  posthorn_flush_seconds: {
    type: "histogram",
    source: "web",
    buckets: seconds,
    help: "Duration of such a transaction.",
  },
  posthorn_attempts_total: {
    type: "counter",
    source: "worker",
    labels: ["result", "status_class"],
    help: "Attempts made, by result (delivered or the kind of error) and class of the status (2xx to 5xx, or none).",
  },
  posthorn_attempt_seconds: {
    type: "histogram",
    source: "worker",
    labels: ["result"],
    buckets: seconds,
    help: "Duration of an attempt, from the look-up of the name to the last byte, delivered or failed.",
  },
  posthorn_first_attempt_delay_seconds: {
    type: "histogram",
    source: "worker",
    buckets: [...seconds, 60, 300, 1800],
    help: "Time from the creation of a delivery, with its event, to the start of its first attempt.",
  },
  posthorn_attempts_in_flight: {
    type: "gauge",
    source: "worker",
    help: "Attempts under way, those waiting to be settled included.",
  },
  posthorn_worker_concurrency: {
    type: "gauge",
    source: "worker",
    help: "The most attempts this worker makes at the same time.",
  },
  posthorn_claim_deliveries: {
    type: "histogram",
    source: "worker",
    buckets: batchSizes,
    help: "Deliveries taken by one claim that found any.",
  },
  posthorn_claim_seconds: {
    type: "histogram",
    source: "worker",
    buckets: seconds,
    help: "Duration of a claim, successful or empty.",
  },
  posthorn_settle_attempts: {
    type: "histogram",
    source: "worker",
    buckets: batchSizes,
    help: "Finished attempts written together in one transaction.",
  },
  posthorn_settle_seconds: {
    type: "histogram",
    source: "worker",
    buckets: seconds,
    help: "Duration of such a transaction.",
  },
  posthorn_settle_failures_total: {
    type: "counter",
    source: "worker",
    help: "Transactions of finished attempts that failed and were tried again.",
  },
  posthorn_leases_expired_total: {
    type: "counter",
    source: "worker",
    help: "Deliveries taken back because their worker died or stalled.",
  },
  posthorn_job_failures_total: {
    type: "counter",
    source: "worker",
    labels: ["job"],
    help: "Scheduled jobs that failed, by name; each runs again by itself.",
  },
  posthorn_database_up: {
    type: "gauge",
    source: "web",
    help: "1 when this web could read the figures of the whole installation, 0 when they are left out.",
  },
  posthorn_figures_age_seconds: {
    type: "gauge",
    source: "installation",
    help: "Age of the figures below; they are measured again when older than 10 seconds.",
  },
  posthorn_deliveries_waiting: {
    type: "gauge",
    source: "installation",
    labels: ["state"],
    help: "Deliveries to be attempted: due, held (due, but the endpoint is paused, throttled, at its own limits or its circuit breaker open) or scheduled.",
  },
  posthorn_deliveries_waiting_estimated: {
    type: "gauge",
    source: "installation",
    help: "1 when more than 100,000 deliveries wait: their number is then an estimate from the last autovacuum.",
  },
  posthorn_deliveries_sending: {
    type: "gauge",
    source: "installation",
    help: "Deliveries being sent, by all workers together.",
  },
  posthorn_oldest_due_delivery_seconds: {
    type: "gauge",
    source: "installation",
    help: "How long the longest waiting delivery that may be sent has been due.",
  },
  posthorn_endpoints: {
    type: "gauge",
    source: "installation",
    labels: ["state"],
    help: "Endpoints, by state.",
  },
  posthorn_lanes_resting: {
    type: "gauge",
    source: "installation",
    labels: ["reason"],
    help: "Enabled endpoints that get nothing or single probes for now: breaker (most attempts failed) or throttled (they asked for a pause).",
  },
  posthorn_queue_jobs: {
    type: "gauge",
    source: "installation",
    labels: ["queue", "state"],
    help: "Jobs in each queue: waiting, later (not due yet) or active.",
  },
  posthorn_partitions_ahead_seconds: {
    type: "gauge",
    source: "installation",
    help: "How far ahead of now the tables are partitioned; at 0 no event could be stored.",
  },
  posthorn_build_info: {
    type: "gauge",
    source: "each",
    labels: ["version", "process"],
    help: "Always 1; the version and the kind of process.",
  },
  posthorn_database_connections: {
    type: "gauge",
    source: "each",
    labels: ["pool", "state"],
    help: "Connections of this process, idle and busy: hot serves accept, claim and settle, plain the logs and the queue.",
  },
  posthorn_database_waiting: {
    type: "gauge",
    source: "each",
    labels: ["pool"],
    help: "Requests of this process that wait for a connection.",
  },
  process_start_time_seconds: {
    type: "gauge",
    source: "each",
    help: "When this process started, in seconds since 1970.",
  },
  process_cpu_seconds_total: { type: "counter", source: "each", help: "CPU time, user and system." },
  process_resident_memory_bytes: { type: "gauge", source: "each", help: "Resident memory." },
  nodejs_heap_size_used_bytes: { type: "gauge", source: "each", help: "Heap in use." },
  nodejs_eventloop_lag_mean_seconds: {
    type: "gauge",
    source: "each",
    help: "Mean delay of the event loop since the last look.",
  },
  nodejs_eventloop_lag_p99_seconds: {
    type: "gauge",
    source: "each",
    help: "99th percentile of it.",
  },
  nodejs_eventloop_lag_max_seconds: { type: "gauge", source: "each", help: "The longest of it." },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metricsCatalogue;

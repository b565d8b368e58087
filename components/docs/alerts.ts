export type Alert = {
  name: string;
  /** In Prometheus's query language. */
  expression: string;
  /** How long it must hold. */
  hold: string;
  meaning: string;
};

/** The alerts an operator should have; every web tells the figures of the whole installation, hence max and min. */
export const alerts: readonly Alert[] = [
  {
    name: "DeliveriesLate",
    expression: "max(posthorn_oldest_due_delivery_seconds) > 60",
    hold: "5m",
    meaning:
      "Deliveries that could go out wait: no worker runs, or too few. Start more, or raise their concurrency.",
  },
  {
    name: "AttemptsFail",
    expression:
      'sum(rate(posthorn_attempts_total{result!="delivered"}[15m])) / sum(rate(posthorn_attempts_total[15m])) > 0.5',
    hold: "15m",
    meaning:
      "Most attempts fail. Of many endpoints at once it is our own network, name server or egress proxy.",
  },
  {
    name: "BreakersOpen",
    expression:
      'max(posthorn_lanes_resting{reason="breaker"}) > 0.2 * max(posthorn_endpoints{state="enabled"})',
    hold: "15m",
    meaning:
      "One endpoint in five rests because its attempts fail: again rather our fault than all of theirs.",
  },
  {
    name: "EventsNotAccepted",
    expression:
      'sum(rate(posthorn_http_requests_total{route=~"/events(/batch)?",method="POST",status=~"5.."}[5m])) > 0',
    hold: "5m",
    meaning: "Producers are turned away, mostly because the database is away or too slow.",
  },
  {
    name: "AcceptSlow",
    expression: "histogram_quantile(0.99, sum by (le) (rate(posthorn_event_accept_seconds_bucket[5m]))) > 1",
    hold: "10m",
    meaning: "Storing an event takes long: look at the disk of the database, and at the load of web.",
  },
  {
    name: "DatabaseAway",
    expression: "min(posthorn_database_up) == 0",
    hold: "1m",
    meaning: "A web cannot read the database, or not in time.",
  },
  {
    name: "FiguresStale",
    expression: "max(posthorn_figures_age_seconds) > 120",
    hold: "5m",
    meaning: "Measuring the installation takes longer than four seconds: the database is overloaded.",
  },
  {
    name: "WorkersCrash",
    expression: "sum(increase(posthorn_leases_expired_total[15m])) > 0",
    hold: "0m",
    meaning: "A worker died or stalled in the middle of deliveries; they were taken back and are sent again.",
  },
  {
    name: "WorkersFull",
    expression: "sum(posthorn_attempts_in_flight) / sum(posthorn_worker_concurrency) > 0.9",
    hold: "15m",
    meaning: "Workers have no free slots. With DeliveriesLate: start more of them.",
  },
  {
    name: "SettlingFails",
    expression: "sum(rate(posthorn_settle_failures_total[5m])) > 0",
    hold: "5m",
    meaning: "Results cannot be written and wait in the memory of a worker. Do not kill it.",
  },
  {
    name: "JobsFail",
    expression: "sum by (job) (increase(posthorn_job_failures_total[2h])) > 1",
    hold: "0m",
    meaning: "A scheduled job failed more than once; the log of the worker says why.",
  },
  {
    name: "PartitionsEnd",
    expression: "min(posthorn_partitions_ahead_seconds) < 86400",
    hold: "0m",
    meaning: "The hourly job that makes room for tomorrow has not run. Events stop when it reaches 0.",
  },
  {
    name: "EventLoopBlocked",
    expression: "max by (instance) (nodejs_eventloop_lag_p99_seconds) > 0.5",
    hold: "10m",
    meaning: "A process has more to do than one core can: run more of its kind.",
  },
];

/** The alerts as a rule file of Prometheus. */
export function ruleFile(): string {
  return `groups:\n  - name: posthorn\n    rules:\n${alerts.map(toRule).join("")}`;
}

function toRule({ name, expression, hold, meaning }: Alert): string {
  return `      - alert: Posthorn${name}
        expr: ${expression}
        for: ${hold}
        annotations:
          summary: "${meaning}"
`;
}

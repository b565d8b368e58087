import { expect, test } from "vitest";
import { add, count, metricsText, observe, setGauge, setTotal } from "#lib/metrics.ts";
import { metricsCatalogue } from "#lib/metrics-catalogue.ts";

/** Each has few values, whoever calls: ids of tenants, endpoints or events are not among them. */
const labels = [
  "method",
  "route",
  "status",
  "code",
  "result",
  "status_class",
  "job",
  "state",
  "reason",
  "queue",
  "pool",
];
labels.push("version", "process");
const sources = ["web", "worker", "each", "installation"] as const;

test("every metric has a name in base units, a type and an explanation, and no label that grows with the customers", () => {
  for (const [name, { type, help, ...rest }] of Object.entries(metricsCatalogue)) {
    expect(name).toMatch(/^(posthorn|process|nodejs)_[a-z0-9_]+$/);
    expect([name, type === "counter"]).toEqual([name, name.endsWith("_total")]);
    expect(name).not.toMatch(/_(ms|milliseconds|minutes|kb|percent)$/);
    expect(help).toMatch(/^[A-Z0-9].*\.$/);
    for (const label of "labels" in rest ? rest.labels : []) expect(labels).toContain(label);
  }
});

test("the text has a HELP and a TYPE for every metric of the sources asked for, and no other", async () => {
  const text = await metricsText(sources);
  const described = [...text.matchAll(/^# HELP (\S+) (.+)$/gm)].map(([, name, help]) => [name, help]);
  expect(described).toEqual(Object.entries(metricsCatalogue).map(([name, { help }]) => [name, help]));
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name, type]);
  expect(types).toEqual(Object.entries(metricsCatalogue).map(([name, { type }]) => [name, type]));
  expect(await metricsText(["worker"])).not.toContain("posthorn_http");
});

test("counters add up, totals are set, gauges forget the labels they no longer have", async () => {
  count("posthorn_events_refused_total", { code: "invalid_json" });
  count("posthorn_events_refused_total", { code: "invalid_json" });
  add("posthorn_leases_expired_total", 3);
  setTotal("process_cpu_seconds_total", 5);
  setTotal("process_cpu_seconds_total", 6.5);
  setGauge("posthorn_queue_jobs", [7, { queue: "fan-out", state: "waiting" }]);
  setGauge("posthorn_queue_jobs", [8, { queue: "fan-out", state: "active" }]);
  const text = await metricsText(sources);
  expect(text).toContain('posthorn_events_refused_total{code="invalid_json"} 2\n');
  expect(text).toContain("posthorn_leases_expired_total 3\n");
  expect(text).toContain("process_cpu_seconds_total 6.5\n");
  expect(text.match(/^posthorn_queue_jobs.*$/gm)).toEqual([
    'posthorn_queue_jobs{queue="fan-out",state="active"} 8',
  ]);
});

test("a histogram counts into cumulative buckets", async () => {
  for (const value of [1, 3, 1_000]) observe("posthorn_flush_events", value);
  const text = await metricsText(["web"]);
  const buckets = [...text.matchAll(/^posthorn_flush_events_bucket\{le="(.+)"\} (\d+)$/gm)];
  expect(Object.fromEntries(buckets.map(([, edge, total]) => [edge, Number(total)]))).toMatchObject({
    1: 1,
    2: 1,
    5: 2,
    500: 2,
    "+Inf": 3,
  });
  expect(text).toContain("posthorn_flush_events_sum 1004\n");
});

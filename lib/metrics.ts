import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { type Metric, type MetricName, type MetricSource, metricsCatalogue } from "./metrics-catalogue.ts";

type Catalogue = typeof metricsCatalogue;
type NamesOf<Type> = {
  [Name in MetricName]: Catalogue[Name]["type"] extends Type ? Name : never;
}[MetricName];
/** The label values a metric takes, none for one without labels. */
type Labels<Name extends MetricName> = Catalogue[Name] extends {
  labels: readonly (infer Label extends string)[];
}
  ? [labels: Record<Label, string>]
  : [];

export type CounterName = NamesOf<"counter">;
export type GaugeName = NamesOf<"gauge">;
export type HistogramName = NamesOf<"histogram">;

/** Adds one to a counter of this process. */
export function count<Name extends CounterName>(name: Name, ...labels: Labels<Name>): void {
  add(name, 1, ...labels);
}

/** Adds `amount` to a counter of this process. */
export function add<Name extends CounterName>(
  name: Name,
  amount: number,
  ...[labels = {}]: Labels<Name>
): void {
  (metric(name) as Counter).inc(labels, amount);
}

/** Adds `value` (in the unit of the name) to a histogram of this process. */
export function observe<Name extends HistogramName>(
  name: Name,
  value: number,
  ...[labels = {}]: Labels<Name>
): void {
  (metric(name) as Histogram).observe(labels, value);
}

/** Adds the seconds since `startedAtMs` (of `performance.now()`) to a histogram. */
export function observeSince<Name extends HistogramName>(
  name: Name,
  startedAtMs: number,
  ...labels: Labels<Name>
): void {
  observe(name, (performance.now() - startedAtMs) / 1_000, ...labels);
}

/** Sets a counter that somebody else counts. */
export function setTotal(name: CounterName, total: number): void {
  const counter = metric(name) as Counter;
  counter.reset();
  counter.inc(total);
}

/** Sets a gauge, dropping what it was for other labels. */
export function setGauge<Name extends GaugeName>(
  name: Name,
  ...samples: readonly (readonly [value: number, ...Labels<Name>])[]
): void {
  const gauge = metric(name) as Gauge;
  gauge.reset();
  for (const [value, labels = {}] of samples) gauge.set(labels, value);
}

/** The metrics of these sources in Prometheus's text format 0.0.4. */
export async function metricsText(sources: readonly MetricSource[]): Promise<string> {
  const names = Object.entries(metricsCatalogue).filter(([, { source }]) => sources.includes(source));
  const texts = names.map(([name]) => registry().getSingleMetricAsString(name));
  return `${(await Promise.all(texts)).join("\n")}\n`;
}

export const metricsContentType = Registry.PROMETHEUS_CONTENT_TYPE;

function metric(name: MetricName) {
  return registry().getSingleMetric(name);
}

// Next bundles its own copy of this module beside the one server.ts imports: one registry for both.
const processGlobals = globalThis as { posthornMetrics?: Registry };

function registry(): Registry {
  processGlobals.posthornMetrics ??= createRegistry();
  return processGlobals.posthornMetrics;
}

function createRegistry(): Registry {
  const created = new Registry();
  for (const [name, entry] of Object.entries<Metric>(metricsCatalogue)) create(name, entry, created);
  return created;
}

function create(name: string, { type, help, labels = [], buckets = [] }: Metric, registry: Registry): void {
  const settings = { name, help, labelNames: [...labels], registers: [registry] };
  if (type === "counter") new Counter(settings);
  else if (type === "gauge") new Gauge(settings);
  else new Histogram({ ...settings, buckets: [...buckets] });
}

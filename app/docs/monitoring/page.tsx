import type { Metadata } from "next";
import { alerts, ruleFile } from "#components/docs/alerts.ts";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { MetricTable } from "./metric-table.tsx";

export const metadata: Metadata = { title: "Monitoring" };

const probes = { id: "probes", title: "Probes" };
const scraping = { id: "scraping", title: "Scrape the metrics" };
const alerting = { id: "alerts", title: "Alerts to set" };
const installation = { id: "installation", title: "The whole installation" };
const web = { id: "web", title: "Each web" };
const worker = { id: "worker", title: "Each worker" };
const each = { id: "process", title: "Each process" };

export default function MonitoringPage() {
  return (
    <DocsPage
      href="/docs/monitoring"
      title="Monitoring"
      lead="Whether it runs, whether it keeps up, and what to be woken for."
      sections={[probes, scraping, alerting, installation, web, worker, each]}
    >
      <Heading section={probes} />
      <DocsTable label="Probes" head={["Path", "Answers 200 as long as"]} rows={probeRows} />
      <p>
        A worker answers on <code>POSTHORN_WORKER_METRICS_PORT</code>, once that is set. Neither is unhealthy
        while the database is away, since starting anew would not bring it back, and what a worker has sent
        and not yet written would be sent again.
      </p>
      <Heading section={scraping} />
      <p>
        Set <code>POSTHORN_METRICS_TOKEN</code>, and <code>POSTHORN_WORKER_METRICS_PORT</code> for the
        workers. Then let Prometheus ask every web and every worker:
      </p>
      <CodeBlock code={scrapeConfig} language="yaml" title="prometheus.yml" label="Scrape configuration" />
      <p>
        Counters and histograms are those of one process, so add them up. The figures of the whole
        installation come from the database and are the same from every web: take their maximum.
      </p>
      <Heading section={alerting} />
      <DocsTable
        label="Alerts"
        head={["Alert", "Means"]}
        rows={alerts.map(({ name, meaning }) => [<code key="name">{name}</code>, meaning])}
      />
      <CodeBlock code={ruleFile()} language="yaml" title="posthorn-rules.yml" label="Alerts for Prometheus" />
      <Heading section={installation} />
      <p>
        Measured by whichever web is asked when they are ten seconds old, at a cost that does not grow with
        the backlog: up to 100,000 waiting deliveries are counted, beyond that their number is an estimate and
        the oldest is looked for in 5,000 endpoints.
      </p>
      <MetricTable source="installation" label="Metrics of the whole installation" />
      <Heading section={web} />
      <MetricTable source="web" label="Metrics of each web" />
      <Heading section={worker} />
      <MetricTable source="worker" label="Metrics of each worker" />
      <Heading section={each} />
      <MetricTable source="each" label="Metrics of each process" />
    </DocsPage>
  );
}

const probeRows = [
  [<code key="path">/healthz</code>, "The process does its work: web answers, the worker’s lanes go round."],
  [<code key="path">/readyz</code>, "The database answers as well and, for web, every migration is applied."],
];

const scrapeConfig = `scrape_configs:
  - job_name: posthorn
    authorization:
      credentials: the POSTHORN_METRICS_TOKEN
    static_configs:
      - targets: ["web-1:3000", "web-2:3000", "worker-1:9464", "worker-2:9464"]
`;

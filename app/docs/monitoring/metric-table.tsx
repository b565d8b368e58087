import { Fragment } from "react";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { type Metric, type MetricSource, metricsCatalogue } from "#lib/metrics-catalogue.ts";

/** The metrics of one source with their labels and meaning, straight from the table the registry is made of. */
export function MetricTable({ source, label }: { source: MetricSource; label: string }) {
  const metrics = Object.entries<Metric>(metricsCatalogue).filter(([, metric]) => metric.source === source);
  const rows = metrics.map(([name, metric]) => [
    <MetricName key="name" name={name} metric={metric} />,
    metric.help,
  ]);
  return <DocsTable label={label} head={["Metric", "Meaning"]} rows={rows} />;
}

function MetricName({ name, metric }: { name: string; metric: Metric }) {
  const { type, labels = [] } = metric;
  return (
    <>
      <code className="box-decoration-clone">
        {name.split("_").map((part, place) => (
          <Fragment key={name.split("_", place + 1).join("_")}>
            {place > 0 && (
              <>
                _<wbr />
              </>
            )}
            {part}
          </Fragment>
        ))}
      </code>
      <span className="block text-muted">
        {type}
        {labels.length > 0 && ` by ${labels.join(", ")}`}
      </span>
    </>
  );
}

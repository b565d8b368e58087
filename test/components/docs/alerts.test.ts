import { expect, test } from "vitest";
import { alerts, ruleFile } from "#components/docs/alerts.ts";
import { type Metric, metricsCatalogue } from "#lib/metrics-catalogue.ts";

const catalogue = new Map(Object.entries<Metric>(metricsCatalogue));

test.each(alerts)("$name asks for metrics and labels that exist", ({ expression }) => {
  const metrics = expression.match(/\b(posthorn|process|nodejs)_\w+/g) ?? [];
  expect(metrics.length).toBeGreaterThan(0);
  for (const name of metrics) {
    const metric = catalogue.get(name.replace(/_bucket$/, ""));
    expect([name, metric?.type === "histogram"]).toEqual([name, name.endsWith("_bucket")]);
    const [, matchers = ""] = expression.split(name)[1]?.match(/^\{(.*?)\}/) ?? [];
    for (const [, label] of matchers.matchAll(/(\w+)[=!]/g)) expect(metric?.labels).toContain(label);
    // A counter only says something by how fast it rises.
    if (metric?.type === "counter") expect(expression).toMatch(new RegExp(`(rate|increase)\\(${name}`));
  }
});

test("the rule file has every alert, each text on one line that YAML reads as it is", () => {
  const lines = ruleFile().split("\n");
  expect(lines.filter((line) => line.startsWith("      - alert: Posthorn"))).toHaveLength(alerts.length);
  for (const { expression, meaning, hold } of alerts) {
    expect(lines).toContain(`        expr: ${expression}`);
    expect(expression).not.toMatch(/: | #/);
    expect(meaning).not.toMatch(/["\\\n]/);
    expect(hold).toMatch(/^\d+m$/);
  }
});

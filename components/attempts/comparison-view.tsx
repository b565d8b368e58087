"use client";

import { useMemo, useState } from "react";
import { formatCount } from "#components/ui/format.ts";
import { Switch } from "#components/ui/switch.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { BodyDifference } from "./body-difference.tsx";
import { type Comparison, compareAttempts, type Difference } from "./compare-attempts.ts";
import { DifferenceTable } from "./difference-table.tsx";

export interface ComparisonViewProps {
  before: Attempt;
  after: Attempt;
}

/** Two attempts beside each other: what differs, and on request the rest. */
export function ComparisonView({ before, after }: ComparisonViewProps) {
  const comparison = useMemo(() => compareAttempts(before, after), [before, after]);
  const [showsAll, setShowsAll] = useState(false);
  const sections = sectionNames.map(([title, part]) => ({
    title,
    isCode: part === "requestHeaders" || part === "responseHeaders",
    rows: showsAll ? comparison[part] : comparison[part].filter(isChanged),
  }));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-muted text-sm">{summaryOf(comparison)}</p>
        <Switch label="Show all" checked={showsAll} onCheckedChange={(checked) => setShowsAll(checked)} />
      </div>
      <DifferenceTable
        before={before}
        after={after}
        sections={sections.filter(({ rows }) => rows.length > 0)}
      />
      {comparison.body ? <BodyDifference pairs={comparison.body} showsAll={showsAll} /> : null}
    </div>
  );
}

const sectionNames = [
  ["Summary", "outcome"],
  ["Timings", "timings"],
  ["Request headers", "requestHeaders"],
  ["Response headers", "responseHeaders"],
] as const satisfies [string, keyof Comparison][];

function isChanged({ kind }: Difference): boolean {
  return kind === "changed";
}

function summaryOf(comparison: Comparison): string {
  const rows = sectionNames.flatMap(([, part]) => comparison[part].filter(isChanged)).length;
  const lines = comparison.body?.filter(({ before, after }) => before !== after).length ?? 0;
  if (rows + lines === 0) return "Nothing differs but what differs between any two requests.";
  const found = [
    ...(rows > 0 ? [formatCount(rows, "difference")] : []),
    ...(lines > 0 ? [`${formatCount(lines, "line")} of the response body`] : []),
  ];
  return `${found.join(" and ")}. Times, signatures and the like differ between any two requests.`;
}

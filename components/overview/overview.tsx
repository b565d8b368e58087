"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { ChartRangeControl, statsWindow, useChartRange } from "#components/dashboard/chart-range.tsx";
import { StatsCharts } from "#components/dashboard/stats-charts.tsx";
import { Page } from "#components/layout/page.tsx";
import { SampleDataNotice } from "#components/sample-data/sample-data-notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { statsQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { AttentionList } from "./attention-list.tsx";
import { Checklist } from "./checklist.tsx";
import { type ChecklistVisibility, isListed, rememberVisibility } from "./checklist-cookie.ts";
import { ChecklistResume } from "./checklist-resume.tsx";
import { LatestFailures } from "./latest-failures.tsx";
import { OverviewTiles } from "./overview-tiles.tsx";

export interface OverviewProps {
  /** Whether the first steps are to be seen, as the browser remembers it. */
  checklist: ChecklistVisibility;
}

/** The health of a tenant's deliveries on one page, and what to do first. */
export function Overview({ checklist }: OverviewProps) {
  const [visibility, setVisibility] = useState(checklist);
  const { id, slug } = useTenant();
  const [range] = useChartRange();
  const show = useCallback(
    (next: ChecklistVisibility) => {
      setVisibility(next);
      rememberVisibility(slug, next);
    },
    [slug],
  );
  const query = useQuery(statsQuery(id, statsWindow(range)));
  return (
    <Page>
      <PageHeader
        title="Overview"
        description="How your webhooks are doing."
        actions={
          <>
            {visibility === "dismissed" ? <ChecklistResume onResume={() => show("open")} /> : null}
            <ChartRangeControl />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        {isListed(visibility) ? (
          <Checklist
            isBegun={visibility === "begun"}
            onChange={show}
            onFinish={() => rememberVisibility(slug, "done")}
          />
        ) : null}
        <SampleDataNotice />
        <OverviewTiles query={query} />
        <AttentionList />
        <StatsCharts query={query} logHref={`/${slug}/deliveries`} />
        <LatestFailures />
      </div>
    </Page>
  );
}

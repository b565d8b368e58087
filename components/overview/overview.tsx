"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartRangeControl, statsWindow, useChartRange } from "#components/dashboard/chart-range.tsx";
import { StatsCharts } from "#components/dashboard/stats-charts.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { statsQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { AttentionList } from "./attention-list.tsx";
import { Checklist } from "./checklist.tsx";
import { ChecklistResume } from "./checklist-resume.tsx";
import { LatestFailures } from "./latest-failures.tsx";
import { OverviewTiles } from "./overview-tiles.tsx";

/** The health of a tenant's deliveries on one page, and what to do first. */
export function Overview() {
  const { id, slug } = useTenant();
  const [range] = useChartRange();
  const query = useQuery(statsQuery(id, statsWindow(range)));
  return (
    <Page>
      <PageHeader
        title="Overview"
        description="How your webhooks are doing."
        actions={
          <>
            <ChecklistResume />
            <ChartRangeControl />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <Checklist />
        <OverviewTiles query={query} />
        <AttentionList />
        <StatsCharts query={query} logHref={`/${slug}/deliveries`} />
        <LatestFailures />
      </div>
    </Page>
  );
}

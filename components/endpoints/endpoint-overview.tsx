"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartRangeControl, statsWindow, useChartRange } from "#components/dashboard/chart-range.tsx";
import { StatsCharts } from "#components/dashboard/stats-charts.tsx";
import { StatsTiles } from "#components/dashboard/stats-tiles.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatTile } from "#components/ui/stat-tile.tsx";
import { endpointQuery } from "#lib/client/endpoints.ts";
import { endpointStatsQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { EndpointDetails } from "./endpoint-details.tsx";
import { LatestDeliveries } from "./latest-deliveries.tsx";

/** How one endpoint is doing. */
export function EndpointOverview({ id }: { id: string }) {
  const { id: tenantId, slug } = useTenant();
  const [range] = useChartRange();
  const stats = useQuery(endpointStatsQuery(tenantId, id, statsWindow(range)));
  const { data: endpoint } = useQuery(endpointQuery(tenantId, id));
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">Health</h2>
        <ChartRangeControl />
      </div>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatsTiles query={stats} />
        <StatTile
          label="Last delivered"
          value={endpoint?.lastDeliveredAt ? <RelativeTime at={endpoint.lastDeliveredAt} /> : "–"}
          note={endpoint?.lastDeliveredAt ? "Took our request with a 2xx" : "Never yet"}
        />
      </div>
      <StatsCharts query={stats} logHref={`/${slug}/endpoints/${id}/deliveries`} />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <LatestDeliveries id={id} />
        {endpoint ? <EndpointDetails endpoint={endpoint} /> : null}
      </div>
    </div>
  );
}

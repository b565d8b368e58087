"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { EmptyTile, StatsTiles } from "#components/dashboard/stats-tiles.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { formatNumber } from "#components/ui/format.ts";
import { StatTile } from "#components/ui/stat-tile.tsx";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Stats } from "#lib/contracts/stats.ts";

/** The four numbers one looks at first. */
export function OverviewTiles({ query }: { query: UseQueryResult<Stats> }) {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatsTiles query={query} />
      <OpenRetriesTile />
    </div>
  );
}

const countedRetries = 100;

function OpenRetriesTile() {
  const { id, slug } = useTenant();
  const { data, isError } = useQuery(deliveriesQuery(id, { status: ["retrying"], limit: countedRetries }));
  if (!data) return <EmptyTile label="Open retries" isError={isError} />;
  const count = data.data.length;
  const nextAt = data.data
    .flatMap(({ nextAttemptAt }) => nextAttemptAt ?? [])
    .sort()
    .at(0);
  return (
    <StatTile
      label="Open retries"
      value={data.nextCursor ? `${countedRetries}+` : formatNumber(count)}
      tone={count > 0 ? "warn" : "plain"}
      href={`/${slug}/deliveries?status=retrying`}
      note={nextAt ? <NextRetry at={nextAt} /> : "Nothing is waiting"}
    />
  );
}

function NextRetry({ at }: { at: string }) {
  return (
    <>
      next in <Countdown to={at} done="a moment" />
    </>
  );
}

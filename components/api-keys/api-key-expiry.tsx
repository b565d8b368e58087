"use client";

import { Clock } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useClock } from "#components/ui/use-clock.ts";

const soonMs = 7 * 86_400_000;

/** When a key stops working: louder in its last week, and once it has. */
export function ApiKeyExpiry({ at }: { at: string | null }) {
  const nearness = useClock((now) => nearnessOf(at, now));
  if (at === null) return <span className="text-faint">Never</span>;
  if (nearness === "far") return <RelativeTime at={at} />;
  return (
    <span className="flex flex-wrap items-center gap-x-2 max-sm:justify-end">
      <Badge tone={nearness === "past" ? "bad" : "warn"} icon={<Clock aria-hidden />}>
        {nearness === "past" ? "Expired" : "Soon"}
      </Badge>
      <RelativeTime at={at} />
    </span>
  );
}

function nearnessOf(at: string | null, now: Date): "far" | "soon" | "past" {
  if (at === null) return "far";
  const restMs = Date.parse(at) - now.getTime();
  if (restMs <= 0) return "past";
  return restMs < soonMs ? "soon" : "far";
}

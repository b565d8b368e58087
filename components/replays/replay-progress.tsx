"use client";

import { Callout } from "#components/ui/callout.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { formatCount, formatDuration, formatNumber } from "#components/ui/format.ts";
import { StatTile } from "#components/ui/stat-tile.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { ReplayDetail } from "#lib/contracts/replays.ts";
import { leftOf, type ProgressPart, partsOf } from "./progress.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { secondsInWords } from "./seconds-in-words.ts";
import { usePace } from "./use-pace.ts";

export interface ReplayProgressProps {
  replay: ReplayDetail;
  /** When it was read, in milliseconds. */
  readAtMs: number;
}

/** The bar, what became of each share, the pace, and the time it takes. */
export function ReplayProgress({ replay, readAtMs }: ReplayProgressProps) {
  const pace = usePace(replay.opened, readAtMs);
  return (
    <>
      <HeldBack replay={replay} />
      <Card>
        <CardBody>
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 className="font-semibold text-lg tabular-nums">{headline(replay)}</h2>
            <p className="text-muted text-sm tabular-nums">{timing(replay, pace)}</p>
          </div>
          <ProgressBar replay={replay} label="Progress of the replay" className="h-3" />
        </CardBody>
      </Card>
      <Counts replay={replay} />
    </>
  );
}

function headline({ total, opened }: ReplayDetail): string {
  if (total === null) return "Counting…";
  if (total === 0) return "Nothing to send";
  return `${formatNumber(opened)} of ${formatCount(total, "delivery", "deliveries")} sent`;
}

function timing(replay: ReplayDetail, pace: number | undefined): string {
  const { status, estimatedSeconds, finishedAt } = replay;
  if (status === "paused") return "Paused; nothing more is sent until it is resumed";
  if (finishedAt !== null) return ending(replay, finishedAt);
  if (isAllHeldBack(replay)) return "Waiting for its endpoints";
  if (estimatedSeconds === null) return "";
  const left = `About ${secondsInWords(estimatedSeconds)} left`;
  return pace === undefined ? left : `${left} · ${formatNumber(Math.max(1, Math.round(pace)))} a second`;
}

function ending({ status, createdAt, retrying }: ReplayDetail, finishedAt: string): string {
  const lasted = formatDuration(Date.parse(finishedAt) - Date.parse(createdAt));
  const ended = status === "canceled" ? `Canceled after ${lasted}` : `Took ${lasted}`;
  if (retrying === 0) return ended;
  return `${ended}; ${formatNumber(retrying)} failed again and ${retrying === 1 ? "keeps" : "keep"} retrying`;
}

function isAllHeldBack({ endpoints }: ReplayDetail): boolean {
  const open = endpoints.filter((lane) => lane.opened + lane.skipped < lane.total);
  return open.length > 0 && open.every((lane) => lane.heldBackBy !== null);
}

const alwaysShown = new Set(["delivered", "failed", "retrying", "waiting"]);

function Counts({ replay }: { replay: ReplayDetail }) {
  const { slug } = useTenant();
  const log = `/${slug}/deliveries?replay=${replay.id}&status=`;
  const parts = partsOf(replay).filter(({ key, count }) => count > 0 || alwaysShown.has(key));
  const left = replay.finishedAt === null || replay.status === "canceled" ? leftOf(replay) : 0;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
      {parts.map((part) => (
        <StatTile
          key={part.key}
          label={part.word}
          value={formatNumber(part.count)}
          tone={toneOf(part)}
          {...(part.count > 0 && part.key !== "skipped" ? { href: log + statesOf(part) } : {})}
        />
      ))}
      {left > 0 ? (
        <StatTile label={replay.status === "canceled" ? "Not sent" : "To come"} value={formatNumber(left)} />
      ) : null}
    </div>
  );
}

function toneOf({ key, count }: ProgressPart) {
  if (count === 0) return "plain" as const;
  if (key === "delivered") return "good" as const;
  if (key === "failed") return "bad" as const;
  return key === "retrying" ? ("warn" as const) : ("plain" as const);
}

function statesOf({ key }: ProgressPart): string {
  return key === "waiting" ? "pending,sending" : key;
}

const reasons = {
  pause: "is paused: its share goes out when you resume it",
  throttle: "asked us to slow down: its share waits as long as it asked",
  failures: "keeps failing: single deliveries probe it, the rest waits until one arrives",
} as const;

function HeldBack({ replay }: { replay: ReplayDetail }) {
  if (replay.status !== "running") return null;
  const held = replay.endpoints.filter((lane) => lane.heldBackBy !== null);
  const [first] = held;
  if (!first?.heldBackBy) return null;
  return (
    <Callout
      tone={first.heldBackBy === "failures" ? "danger" : "info"}
      title={held.length === 1 ? "An endpoint holds it back" : `${held.length} endpoints hold it back`}
    >
      <span className="font-mono wrap-anywhere">{first.endpointUrl}</span> {reasons[first.heldBackBy]}.
    </Callout>
  );
}

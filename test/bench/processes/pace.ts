/** How requests are paced: at a rate whatever the answers do, as fast as the connections allow, or within a window. */
export type Pace =
  | { kind: "rate"; perSecond: number }
  | { kind: "flood" }
  /** As fast as at most `events` wait between acceptance and receipt, each event being received `fanOut` times. */
  | { kind: "window"; events: number; fanOut: number };

export type Pacer = {
  /** The scheduled time of the next request if it is due by now. */
  next: (nowMs: number) => number | undefined;
  isOver: (nowMs: number) => boolean;
};

type Span = { startMs: number; endMs: number };

/** `mayPass` says whether the window has room; only that pace asks. */
export function createPacer(pace: Pace, { startMs, endMs }: Span, mayPass: () => boolean): Pacer {
  if (pace.kind !== "rate") {
    return {
      next: (nowMs) =>
        nowMs < endMs && (pace.kind === "flood" || mayPass()) ? Math.max(nowMs, startMs) : undefined,
      isOver: (nowMs) => nowMs >= endMs,
    };
  }
  const intervalMs = 1_000 / pace.perSecond;
  let scheduledMs = startMs;
  return {
    next(nowMs) {
      if (scheduledMs > nowMs || scheduledMs >= endMs) return undefined;
      const dueMs = scheduledMs;
      scheduledMs += intervalMs;
      return dueMs;
    },
    isOver: () => scheduledMs >= endMs,
  };
}

"use client";

import { useId } from "react";
import { cn } from "#components/ui/cn.ts";
import { formatCount } from "#components/ui/format.ts";
import type { LinePair } from "./diff-lines.ts";
import { foldEqual } from "./fold-equal.ts";

export interface BodyDifferenceProps {
  pairs: readonly LinePair[];
  showsAll: boolean;
}

/** Two response bodies beside each other, line by line; on a phone a changed line stands under what it was. */
export function BodyDifference({ pairs, showsAll }: BodyDifferenceProps) {
  const titleId = useId();
  const isSame = pairs.every(({ before, after }) => before === after);
  if (isSame && !showsAll) return null;
  const runs = foldEqual(pairs, showsAll ? Number.POSITIVE_INFINITY : contextLines);
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <h3 id={titleId} className="mb-2 font-medium text-sm">
        Response body{isSame ? ", the same in both" : ""}
      </h3>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-112 overflow-auto rounded-lg border border-line bg-sunken py-1.5 font-mono text-sm leading-5 focus-visible:-outline-offset-2"
      >
        {runs.map((run) =>
          run.kind === "folded" ? (
            <p key={run.from} className="px-3 py-1 font-sans text-faint text-xs">
              {formatCount(run.count, "line")} the same
            </p>
          ) : (
            run.pairs.map((pair, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place in the texts
              <Pair key={run.from + place} pair={pair} />
            ))
          ),
        )}
      </div>
    </section>
  );
}

const contextLines = 3;

function Pair({ pair: { before, after } }: { pair: LinePair }) {
  if (before === after) {
    return (
      <div className="grid sm:grid-cols-2">
        <Line text={before} />
        <Line text={after} className="max-sm:hidden" />
      </div>
    );
  }
  return (
    <div className="grid sm:grid-cols-2">
      <Line text={before} mark="−" className="bg-paused-soft" />
      <Line text={after} mark="+" className="bg-brass-soft" />
    </div>
  );
}

type LineProps = { text: string | null; mark?: string; className?: string };

function Line({ text, mark = "\u00a0", className }: LineProps) {
  if (text === null) return <span className="bg-hover/60 max-sm:hidden sm:odd:border-line sm:odd:border-r" />;
  return (
    <span
      className={cn(
        "flex min-w-0 gap-2 whitespace-pre-wrap px-3 wrap-anywhere sm:odd:border-line sm:odd:border-r",
        className,
      )}
    >
      <span className="select-none text-muted">{mark}</span>
      <bdi className="min-w-0">{text}</bdi>
    </span>
  );
}

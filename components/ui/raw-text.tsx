"use client";

import { useState } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { formatBytes } from "./format.ts";

// A browser lays out this much in a few milliseconds, and a megabyte on one line in seconds.
const firstLength = 100_000;

/** Text exactly as it came; the rest of a long one waits for a click. */
export function RawText({ text, wrap }: { text: string; wrap: boolean }) {
  const [showAll, setShowAll] = useState(false);
  const isCut = !showAll && text.length > firstLength;
  return (
    <>
      <pre className={cn("font-mono", wrap ? "whitespace-pre-wrap wrap-anywhere" : "w-max min-w-full")}>
        {isCut ? text.slice(0, firstLength) : text}
      </pre>
      {isCut ? (
        <Button size="sm" className="my-2" onClick={() => setShowAll(true)}>
          Show the other {formatBytes(text.length - firstLength)}
        </Button>
      ) : null}
    </>
  );
}

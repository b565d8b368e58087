"use client";

import { Pause, Play } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";

export interface LiveToggleProps {
  isLive: boolean;
  /** The last reading failed, or nobody tells us of changes: the rows shown may be older than they look. */
  isCutOff: boolean;
  onToggle: () => void;
}

/** Says whether the log is kept up to date, and stops or resumes that. */
export function LiveToggle({ isLive, isCutOff, onToggle }: LiveToggleProps) {
  const state = !isLive ? "Paused" : isCutOff ? "Reconnecting" : "Live";
  return (
    <Button
      size="md"
      variant="ghost"
      onClick={onToggle}
      aria-label={`${state}. ${isLive ? "Pause" : "Resume"} live updates`}
      className="group/live text-sm max-sm:px-2"
    >
      <span
        aria-hidden
        className={cn(
          "size-2 rounded-full group-hover/live:hidden",
          state === "Live" && "bg-delivered-solid",
          state === "Reconnecting" && "bg-retrying-solid",
          state === "Paused" && "bg-canceled-solid",
        )}
      />
      <span aria-hidden className="hidden group-hover/live:block [&_svg]:-mx-0.75 [&_svg]:size-3.5">
        {isLive ? <Pause /> : <Play />}
      </span>
      {state}
    </Button>
  );
}

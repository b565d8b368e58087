import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { type Status, statuses } from "./status.ts";

export interface StatusBadgeProps {
  status: Status;
  /** Said after the word, such as "next in 4 m". */
  detail?: ReactNode;
  /** "plain" leaves out the tinted ground: for tables, where forty tints would shout. */
  look?: "tinted" | "plain";
  className?: string;
}

export function StatusBadge({ status, detail, look = "tinted", className }: StatusBadgeProps) {
  const { word, icon: Icon, ink, soft } = statuses[status];
  return (
    <span
      data-status={status}
      className={cn(
        "inline-flex h-5 max-w-full items-center gap-1.5 whitespace-nowrap align-middle font-medium text-xs",
        ink,
        look === "tinted" && ["rounded-full pr-2 pl-1.5", soft],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      <span>{word}</span>
      {detail ? <span className="truncate font-normal">· {detail}</span> : null}
    </span>
  );
}

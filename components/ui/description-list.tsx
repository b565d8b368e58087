import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface DescriptionListProps {
  items: readonly { term: string; details: ReactNode }[];
  /** "rows" sets each pair on a line; "columns" sets terms above details, side by side. */
  look?: "rows" | "columns";
  className?: string;
}

export function DescriptionList({ items, look = "rows", className }: DescriptionListProps) {
  const isRows = look === "rows";
  return (
    <dl className={cn(isRows ? "divide-y divide-line" : "flex flex-wrap gap-x-10 gap-y-4", className)}>
      {items.map(({ term, details }) => (
        <div
          key={term}
          className={cn(
            "min-w-0",
            isRows && "grid items-baseline gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[9rem_1fr]",
          )}
        >
          <dt className={cn("text-muted text-sm", !isRows && "mb-0.5")}>{term}</dt>
          <dd className="min-w-0 text-base wrap-anywhere">{details}</dd>
        </div>
      ))}
    </dl>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface StatTileProps {
  label: string;
  /** The number, formatted, with its unit. */
  value: ReactNode;
  /** Compares or explains: "+12 % on the day before". */
  note?: ReactNode;
  tone?: "plain" | "good" | "warn" | "bad";
  /** Where the number comes from. */
  href?: string;
  chart?: ReactNode;
}

export function StatTile({ label, value, note, tone = "plain", href, chart }: StatTileProps) {
  return (
    <div className={cn(tileStyle, href && "transition-colors hover:bg-hover/60")}>
      <p className="text-muted text-sm">
        {href ? (
          <Link
            href={href}
            className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className={cn("mt-1 font-semibold text-2xl tabular-nums tracking-[-0.02em]", inks[tone])}>{value}</p>
      {note ? <p className="mt-0.5 text-muted text-sm">{note}</p> : null}
      {chart ? <div className="mt-3">{chart}</div> : null}
    </div>
  );
}

const tileStyle = "relative min-w-0 rounded-lg border border-line bg-surface px-4 py-3.5";
const inks = { plain: "", good: "text-delivered", warn: "text-retrying", bad: "text-failed" };

import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const tones = {
  info: { icon: Info, ground: "border-line bg-surface", ink: "text-paused" },
  good: { icon: CircleCheck, ground: "border-line bg-surface", ink: "text-delivered" },
  warn: { icon: TriangleAlert, ground: "border-retrying/20 bg-retrying-soft", ink: "text-retrying" },
  danger: { icon: OctagonAlert, ground: "border-failed/20 bg-failed-soft", ink: "text-failed" },
} as const;

export interface CalloutProps {
  tone?: keyof typeof tones;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons or links: what to do about it. */
  actions?: ReactNode;
  /** Announces the callout when it appears, for one that answers what the person just did. */
  live?: boolean;
  className?: string;
}

export function Callout({ tone = "info", title, children, actions, live = false, className }: CalloutProps) {
  const { icon: Icon, ground, ink } = tones[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cn(
        "flex flex-wrap items-start gap-x-4 gap-y-3 rounded-lg border px-4 py-3",
        ground,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", ink)} />
        <div className="min-w-0">
          <p className="font-medium text-base text-ink">{title}</p>
          {children ? <div className="mt-0.5 text-ink-strong text-sm">{children}</div> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 max-sm:w-full">{actions}</div> : null}
    </div>
  );
}

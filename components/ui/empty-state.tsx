import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface EmptyStateProps {
  icon: ReactNode;
  title: ReactNode;
  /** One sentence: what will stand here, and what to do to get it. */
  description?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** Nothing here yet. For a filter that matches nothing use NoMatch. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      <span
        aria-hidden
        className="mb-4 flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <p className="font-medium text-base">{title}</p>
      {description ? (
        <div className="mt-1 max-w-md text-balance text-base text-muted">{description}</div>
      ) : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

import { cn } from "#components/ui/cn.ts";

const inks: Record<string, string> = {
  GET: "bg-paused-soft text-paused",
  POST: "bg-delivered-soft text-delivered",
  PATCH: "bg-retrying-soft text-retrying",
  DELETE: "bg-failed-soft text-failed",
};

export function MethodBadge({ method, className }: { method: string; className?: string }) {
  return (
    <span
      className={cn(
        "inline-flex h-5 shrink-0 items-center rounded-sm px-1.5 font-medium font-mono text-xs",
        inks[method],
        className,
      )}
    >
      {method}
    </span>
  );
}

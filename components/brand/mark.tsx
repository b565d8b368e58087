import { cn } from "#components/ui/cn.ts";
import { markPath } from "./mark-path.ts";

/** The post horn. Decorative unless a label is given. */
export function Mark({ label, className }: { label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? "img" : "presentation"}
      aria-label={label}
      className={cn("size-6 shrink-0", className)}
    >
      <path d={markPath} />
    </svg>
  );
}

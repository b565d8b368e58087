import { cn } from "#components/ui/cn.ts";
import { Mark } from "./mark.tsx";

/** The horn and the name. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span
      className={cn("inline-flex items-center gap-2 font-semibold text-lg tracking-[-0.02em]", className)}
    >
      <Mark className="text-brass" />
      Posthorn
    </span>
  );
}

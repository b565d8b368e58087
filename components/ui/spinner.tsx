import { cn } from "./cn.ts";

/** Decorative: say what is going on in words or with aria-busy beside it. */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      strokeWidth="2"
      aria-hidden="true"
      className={cn("size-4 shrink-0 animate-spin", className)}
    >
      <circle cx="8" cy="8" r="6" stroke="currentColor" opacity="0.22" />
      <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeLinecap="round" />
    </svg>
  );
}

import { cn } from "./cn.ts";

/** A grey shape of the final size; give it height and width by className. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "block h-4 animate-shimmer rounded-sm bg-[linear-gradient(100deg,var(--hover)_40%,var(--pressed)_50%,var(--hover)_60%)] bg-[length:240%_100%]",
        className,
      )}
    />
  );
}

/** Lines of text to come; the last is shorter, as text is. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className="flex flex-col gap-2">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <Skeleton key={line} className={line === lines - 1 ? "w-3/5" : "w-full"} />
      ))}
    </span>
  );
}

import { Skeleton } from "#components/ui/skeleton.tsx";

const rows = ["w-2/3", "w-1/2", "w-3/5", "w-2/5"];

/** The shape of a delivery while it loads. */
export function DeliverySkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <p className="sr-only" role="status">
        Loading the delivery
      </p>
      <Skeleton className="h-16 w-full rounded-lg" />
      <div className="flex flex-col gap-4">
        {rows.map((width) => (
          <span key={width} className="grid gap-6 sm:grid-cols-[9rem_1fr]">
            <Skeleton className="w-20" />
            <Skeleton className={width} />
          </span>
        ))}
      </div>
      <Skeleton className="h-48 w-full rounded-lg" />
    </div>
  );
}

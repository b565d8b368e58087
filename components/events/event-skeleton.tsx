import { Skeleton } from "#components/ui/skeleton.tsx";

/** The shape of an event while it loads. */
export function EventSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <p className="sr-only" role="status">
        Loading the event
      </p>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-40 w-full rounded-lg" />
        <Skeleton className="h-72 w-full rounded-lg" />
      </div>
      <Skeleton className="h-72 w-full rounded-lg" />
    </div>
  );
}

import { Skeleton } from "#components/ui/skeleton.tsx";

const rows = ["w-40", "w-52", "w-36", "w-44", "w-48", "w-32", "w-40", "w-56", "w-44", "w-36", "w-48", "w-40"];

/** A log of the final shape while its rows load: lines of a table, or cards on a phone. */
export function LogSkeleton({ things }: { things: string }) {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Loading {things}
      </p>
      <div className="h-(--head-height) border-line border-b max-sm:hidden" />
      {rows.map((width, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity yet
          key={row}
          className="flex items-center gap-6 border-line border-b px-4 last:border-b-0 max-sm:flex-wrap max-sm:gap-x-4 max-sm:gap-y-1.5 max-sm:py-3 sm:h-[calc(var(--row-height)+1px)]"
        >
          <Skeleton className="w-24 max-sm:mr-auto" />
          <Skeleton className={`${width} max-sm:order-2`} />
          <Skeleton className="w-64 max-sm:order-3 max-sm:w-full" />
          <Skeleton className="ml-auto w-12 max-lg:hidden" />
          <Skeleton className="w-12 max-lg:hidden" />
          <Skeleton className="w-16 max-sm:order-1 sm:max-lg:ml-auto" />
        </div>
      ))}
    </div>
  );
}

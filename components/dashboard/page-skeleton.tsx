import { Page } from "#components/layout/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** A page of the usual shape while its code comes: a title, a line, a card. */
export function PageSkeleton() {
  return (
    <Page>
      <div aria-busy="true">
        <p role="status" className="sr-only">
          Loading
        </p>
        <Skeleton className="h-7 w-44" />
        <Skeleton className="mt-2 h-4 w-72 max-w-full" />
        <Card className="mt-6 p-4">
          {widths.map((width) => (
            <div key={width} className="flex items-center gap-6 border-line border-b py-3 last:border-b-0">
              <Skeleton className="w-20" />
              <Skeleton className={width} />
              <Skeleton className="ml-auto w-12" />
            </div>
          ))}
        </Card>
      </div>
    </Page>
  );
}

const widths = ["w-2/5", "w-1/2", "w-1/3", "w-3/5", "w-[45%]", "w-[38%]"];

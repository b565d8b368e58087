import { CardBody, CardFooter } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** The test form in its final size, while the endpoint and the catalogue come. */
export function TestFormSkeleton() {
  return (
    <div aria-busy="true">
      <CardBody className="flex flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <Skeleton className="my-0.5 w-20" />
          <Skeleton className="h-8 w-full max-sm:h-11" />
        </div>
        <div className="flex flex-col gap-1.5">
          <Skeleton className="my-0.5 w-10" />
          <Skeleton className="h-74 w-full" />
          <Skeleton className="my-0.5 w-3/5" />
        </div>
      </CardBody>
      <CardFooter className="justify-end">
        <Skeleton className="h-8 w-36 max-sm:h-11" />
      </CardFooter>
    </div>
  );
}

import { cn } from "#components/ui/cn.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { errorKindNames } from "./error-kind-names.ts";

/** The status of the latest answer, or why there was none. */
export function ResponseCode({
  outcome: { responseStatus, errorKind },
}: {
  outcome: Pick<Delivery, "responseStatus" | "errorKind">;
}) {
  if (responseStatus !== null) {
    return (
      <span className={cn("font-mono", errorKind ? "text-failed" : "text-ink")}>
        {responseStatus}
        <span className="sr-only"> {errorKind ? errorKindNames[errorKind] : "accepted"}</span>
      </span>
    );
  }
  if (errorKind) return <span className="whitespace-nowrap text-failed">{errorKindNames[errorKind]}</span>;
  return <span className="text-faint">–</span>;
}

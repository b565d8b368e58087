import { errorKindNames } from "#components/deliveries/error-kind-names.ts";
import type { AttemptSummary } from "#lib/contracts/deliveries.ts";

export interface AttemptOutcomeProps {
  attempt: Pick<AttemptSummary, "responseStatus" | "errorKind">;
}

/** What came of an attempt in a word: its status, or why there was none. */
export function AttemptOutcome({ attempt: { responseStatus, errorKind } }: AttemptOutcomeProps) {
  if (errorKind === null) return <span className="text-delivered">{responseStatus ?? "Delivered"}</span>;
  return <span className="text-failed">{responseStatus ?? errorKindNames[errorKind]}</span>;
}

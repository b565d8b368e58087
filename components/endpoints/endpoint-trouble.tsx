import type { ReactNode } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

export type Trouble = {
  tone: "info" | "warn" | "danger";
  title: string;
  /** Since when and why, in a sentence. */
  reason: ReactNode;
};

/** What keeps the endpoint from receiving, in words; undefined when all is well. */
export function troubleOf(endpoint: Endpoint): Trouble | undefined {
  if (endpoint.state === "disabled") return disabledTrouble(endpoint);
  if (endpoint.state === "paused") {
    return {
      tone: "info",
      title: "Deliveries to this endpoint are paused",
      reason: "New deliveries wait and are sent, oldest first, when you resume.",
    };
  }
  if (!endpoint.failingSince) return undefined;
  return {
    tone: "danger",
    title: "Deliveries to this endpoint are failing",
    reason: (
      <>
        Nothing was delivered since <RelativeTime at={endpoint.failingSince} />.
        {endpoint.lastFailure ? ` Last failure: ${endpoint.lastFailure}` : null}
      </>
    ),
  };
}

function disabledTrouble({ disabledReason, disabledAt, lastFailure }: Endpoint): Trouble {
  const when = disabledAt ? <RelativeTime at={disabledAt} /> : null;
  if (disabledReason === "gone") {
    return {
      tone: "danger",
      title: "Disabled because the receiver answered 410 Gone",
      reason: <>It said {when} that it wants no more webhooks. Enable it once the receiver is back.</>,
    };
  }
  if (disabledReason === "failing") {
    return {
      tone: "danger",
      title: "Disabled because every delivery failed for days",
      reason: (
        <>
          Disabled {when}. {lastFailure ? `Last failure: ${lastFailure}` : null}
        </>
      ),
    };
  }
  return {
    tone: "info",
    title: "This endpoint is disabled",
    reason: <>Disabled by hand {when}. Nothing is sent to it.</>,
  };
}

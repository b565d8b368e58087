import type { ReactNode } from "react";
import { Countdown } from "#components/ui/countdown.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { FailingTitle } from "./failing-title.tsx";

export type Trouble = {
  tone: "info" | "warn" | "danger";
  title: ReactNode;
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
      reason: "New deliveries wait, and are sent when you resume it.",
    };
  }
  if (endpoint.failingSince) return failingTrouble(endpoint, endpoint.failingSince);
  return undefined;
}

function failingTrouble(endpoint: Endpoint, since: string): Trouble {
  return {
    tone: "danger",
    title: <FailingTitle endpoint={endpoint} since={since} />,
    reason: (
      <>
        First failure <RelativeTime at={since} />, nothing delivered since.{" "}
        <LastFailure text={endpoint.lastFailure} /> <Waiting endpoint={endpoint} />
      </>
    ),
  };
}

/** Until when nothing is sent, because the receiver asked for it or because it kept failing. */
function Waiting({ endpoint: { throttledUntil, pausedByFailuresUntil } }: { endpoint: Endpoint }) {
  if (throttledUntil) {
    return (
      <>
        We wait before we try again: <Countdown to={throttledUntil} done="any moment now" />.
      </>
    );
  }
  if (!pausedByFailuresUntil) return null;
  return (
    <>
      Most attempts fail, so deliveries wait and single ones probe it; the next in{" "}
      <Countdown to={pausedByFailuresUntil} done="a moment" />.
    </>
  );
}

function disabledTrouble({ disabledReason, disabledAt, lastFailure }: Endpoint): Trouble {
  const when = disabledAt ? <RelativeTime at={disabledAt} /> : null;
  if (disabledReason === "gone") {
    return {
      tone: "danger",
      title: "Disabled because the receiver answered 410 Gone",
      reason: (
        <>It answered 410 Gone {when}: it wants no more webhooks. Enable it once the receiver is back.</>
      ),
    };
  }
  if (disabledReason === "failing") {
    return {
      tone: "danger",
      title: "Disabled because every delivery failed for days",
      reason: (
        <>
          Disabled {when}, after days without one success. <LastFailure text={lastFailure} />
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

function LastFailure({ text }: { text: string | null }) {
  return text ? <>Last failure: {text.replace(/\.$/, "")}.</> : null;
}

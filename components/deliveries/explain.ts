import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";

export interface Explanation {
  tone: "info" | "warn" | "danger";
  title: string;
  /** True where the last attempt's failure is why it stands there. */
  isFailure: boolean;
}

/** Says in plain words where a delivery stands; nothing where nothing went wrong. */
export function explain(delivery: DeliveryDetail): Explanation | null {
  const { status } = delivery;
  if (status === "delivered") return null;
  if (status === "failed") return { tone: "danger", title: failedTitle(delivery), isFailure: true };
  if (status === "retrying") return { tone: "warn", title: retryingTitle(delivery), isFailure: true };
  if (status === "canceled") return { tone: "info", title: canceledTitle(delivery), isFailure: true };
  return { tone: "info", title: openTitle(delivery), isFailure: false };
}

function failedTitle({ scheduleAttempts, errorKind, endpointState }: DeliveryDetail): string {
  if (errorKind === "gone" && endpointState === "disabled") {
    return "The receiver wants no more webhooks, so the endpoint was disabled";
  }
  return scheduleAttempts === 1
    ? "Given up after one attempt"
    : `Given up after ${scheduleAttempts} attempts`;
}

function retryingTitle({ attemptCount, endpointState }: DeliveryDetail): string {
  if (endpointState === "paused") return "The endpoint is paused; it is tried again once it is resumed";
  return attemptCount === 1 ? "The first attempt failed" : `${attemptCount} attempts failed so far`;
}

function canceledTitle({ endpointState }: DeliveryDetail): string {
  if (endpointState === "deleted") return "Canceled: the endpoint is deleted";
  if (endpointState === "disabled") return "Canceled: the endpoint is disabled";
  return "Canceled: no more attempts are made";
}

function openTitle({ status, attemptCount, endpointState }: DeliveryDetail): string {
  if (status === "sending") return `Attempt ${attemptCount} is under way`;
  if (endpointState === "paused") return "The endpoint is paused; this is sent once it is resumed";
  return attemptCount === 0 ? "Queued for its first attempt" : "Queued to be sent again";
}

/** What becomes of a delivery that is over without having arrived; null while attempts may follow. */
export function conclude({ status, endpointState }: DeliveryDetail): string | null {
  if (status !== "failed" && status !== "canceled") return null;
  if (endpointState === "deleted") return "Nothing more is sent: the endpoint is deleted.";
  if (endpointState === "disabled")
    return "Nothing more is sent unless you enable the endpoint and resend it.";
  return "Nothing more is sent unless you resend it.";
}

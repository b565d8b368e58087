import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";
import type { ErrorKind } from "#lib/contracts/error-kinds.ts";

export interface Explanation {
  tone: "info" | "warn" | "danger";
  title: string;
  /** What the last attempt met, as a sentence. */
  cause: string | null;
  /** What the person can do about it. */
  advice: string | null;
}

/** Says in plain words where a delivery stands and why; nothing where nothing went wrong. */
export function explain(delivery: DeliveryDetail): Explanation | null {
  const { status } = delivery;
  if (status === "delivered") return null;
  const failure = { cause: causeOf(delivery), advice: adviceFor(delivery) };
  if (status === "failed") return { tone: "danger", title: failedTitle(delivery), ...failure };
  if (status === "retrying") return { tone: "warn", title: retryingTitle(delivery), ...failure };
  if (status === "canceled") return { tone: "info", title: canceledTitle(delivery), ...failure };
  return { tone: "info", title: openTitle(delivery), cause: null, advice: null };
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

function causeOf({ attempts }: DeliveryDetail): string | null {
  const message = attempts.at(-1)?.errorMessage;
  if (!message) return null;
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}`;
}

function adviceFor({ errorKind, responseStatus }: DeliveryDetail): string | null {
  if (errorKind === null) return null;
  return (errorKind === "http_4xx" && refusalAdvice.get(responseStatus ?? 0)) || kindAdvice[errorKind];
}

const refusalAdvice = new Map([
  [401, "Check the credentials in the endpoint's headers and the signing secret the receiver uses."],
  [403, "Check the credentials in the endpoint's headers, and firewalls in front of the receiver."],
  [404, "Check the path of the endpoint's URL."],
  [405, "Webhooks come as POST: check that the receiver takes them at this URL."],
  [413, "The receiver takes smaller bodies than this one."],
]);

const kindAdvice: Record<ErrorKind, string> = {
  dns: "Check the host name of the endpoint's URL and its public DNS records.",
  connect: "Check that the receiver is running and that its firewall lets requests in on this port.",
  tls: "Check the receiver's certificate: its dates, its host names and its chain.",
  timeout: "Let the receiver store the webhook, answer 2xx at once, and do the work afterwards.",
  blocked: "Give the endpoint a URL that is reachable on the public internet.",
  redirect: "Change the endpoint's URL to where the redirect leads.",
  http_4xx: "The receiver refused the request; its answer below may say why.",
  http_5xx: "The receiver broke on it; search its log for this webhook-id.",
  gone: "If that was a mistake, enable the endpoint again and resend.",
  throttled: "Lower the endpoint's rate limit, or let the receiver take more.",
  protocol: "The receiver, or a proxy before it, hung up or did not speak HTTP.",
  proxy:
    "The fault was in the proxy that Posthorn sends through, not the receiver's. It is tried again and uses up no attempt.",
  unknown: "The fault was Posthorn's, not the receiver's. It is tried again and uses up no attempt.",
};

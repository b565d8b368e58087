import type { ErrorKind } from "#lib/contracts/error-kinds.ts";
import type { Traces } from "./evidence.ts";
import * as evidence from "./evidence.ts";

export interface Diagnosis {
  /** What went wrong, in one line. */
  cause: string;
  /** What the attempt left behind that shows it. */
  evidence: string;
  /** What the person can do about it. */
  fix: string;
  /** What Posthorn does with failures of this kind. */
  next: string;
}

/** Why an attempt failed, what shows it, what to do, and what failures of its kind lead to; null for one that did not fail. */
export function diagnose(traces: Traces): Diagnosis | null {
  const { errorKind, responseStatus } = traces.attempt;
  if (errorKind === null) return null;
  const { show, ...finding } = findings[errorKind];
  const fix = (errorKind === "http_4xx" && refusalFixes.get(responseStatus ?? 0)) || finding.fix;
  return { ...finding, fix, evidence: show(traces) };
}

type Finding = Omit<Diagnosis, "evidence"> & { show: (traces: Traces) => string };

const bySchedule = "Posthorn tries again by the retry schedule, until it arrives or the schedule is used up.";
const ownFault = "Attempts like this use up nothing of the schedule; Posthorn soon tries again by itself.";

const findings: Record<ErrorKind, Finding> = {
  dns: {
    cause: "The endpoint's host name could not be found",
    show: evidence.messageOf,
    fix: "Check the host name of the endpoint's URL and its public DNS records.",
    next: bySchedule,
  },
  connect: {
    cause: "No connection to the receiver came about",
    show: evidence.messageOf,
    fix: "Check that the receiver is running and that its firewall lets requests in on this port.",
    next: bySchedule,
  },
  tls: {
    cause: "The receiver's TLS could not be trusted",
    show: evidence.certificate,
    fix: "Check the receiver's certificate: its dates, its host names and its chain.",
    next: bySchedule,
  },
  timeout: {
    cause: "The receiver did not answer in time",
    show: evidence.timing,
    fix: "Let the receiver store the webhook, answer 2xx at once, and do the work afterwards. It may have done this work already: the webhook-id lets it recognise a repetition.",
    next: bySchedule,
  },
  blocked: {
    cause: "The endpoint's URL leads to where Posthorn does not send",
    show: evidence.refusedUrl,
    fix: "Give the endpoint a URL that is reachable on the public internet.",
    next: bySchedule,
  },
  redirect: {
    cause: "The receiver answered with a redirect, which is not followed",
    show: evidence.redirect,
    fix: "Change the endpoint's URL to where the redirect leads.",
    next: bySchedule,
  },
  http_4xx: {
    cause: "The receiver refused the request",
    show: evidence.answer,
    fix: "Its answer below may say why it refused the request.",
    next: bySchedule,
  },
  http_5xx: {
    cause: "The receiver broke on the request",
    show: evidence.answer,
    fix: "Search the receiver's log for this webhook-id.",
    next: bySchedule,
  },
  gone: {
    cause: "The receiver wants no more webhooks",
    show: evidence.answer,
    fix: "If that was a mistake, enable the endpoint again and resend.",
    next: "A 410 disables the endpoint and is never retried.",
  },
  throttled: {
    cause: "The receiver takes no more for now",
    show: evidence.throttle,
    fix: "Lower the endpoint's rate limit, or let the receiver take more.",
    next: "The whole endpoint rests as long as it asked, up to 24 hours; then Posthorn tries again by the retry schedule.",
  },
  protocol: {
    cause: "The receiver hung up, or its answer was no HTTP",
    show: evidence.timing,
    fix: "Check the receiver, and any proxy before it, for crashes and limits on open connections.",
    next: bySchedule,
  },
  proxy: {
    cause: "The fault was in the proxy that Posthorn sends through",
    show: evidence.messageOf,
    fix: "There is nothing to change at the receiver; tell the people who run Posthorn if it lasts.",
    next: ownFault,
  },
  unknown: {
    cause: "The fault was Posthorn's, not the receiver's",
    show: evidence.messageOf,
    fix: "There is nothing to change at the receiver; it may have received the request all the same.",
    next: ownFault,
  },
};

const refusalFixes = new Map([
  [401, "Check the credentials in the endpoint's headers and the signing secret the receiver uses."],
  [403, "Check the credentials in the endpoint's headers, and firewalls in front of the receiver."],
  [404, "Check the path of the endpoint's URL."],
  [405, "Webhooks come as POST: check that the receiver takes them at this URL."],
  [413, "The receiver takes smaller bodies than this one."],
]);

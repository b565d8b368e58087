import { formatDuration } from "#components/ui/format.ts";
import type { Attempt, AttemptSummary } from "#lib/contracts/deliveries.ts";

/** What an attempt left behind; `p95Ms` is the endpoint's own over the last 24 hours. */
export interface Traces {
  attempt: AttemptSummary;
  /** The whole of it, once it is there. */
  details: Attempt | undefined;
  endpointUrl: string;
  p95Ms: number | null;
}

/** The message that the attempt row holds, as a sentence. */
export function messageOf({ attempt }: Traces): string {
  const message = attempt.errorMessage ?? "the attempt left no message";
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}`;
}

/** How long it took before nothing more came, against what the endpoint usually takes. */
export function timing(traces: Traces): string {
  const { attempt, p95Ms } = traces;
  const took = `This attempt took ${formatDuration(attempt.durationMs)}`;
  if (p95Ms === null) return `${messageOf(traces)} ${took}.`;
  const usual = `95 % of the endpoint's attempts in the last 24 hours took at most ${formatDuration(p95Ms)}`;
  return `${messageOf(traces)} ${took}; ${usual}.`;
}

/** The dates or names that a rejected certificate showed, and how long it was off. */
export function certificate(traces: Traces): string {
  const { attempt } = traces;
  const message = messageOf(traces);
  const [, limit, day = ""] = /\((notAfter|notBefore) (\d{4}-\d\d-\d\d)\)/.exec(message) ?? [];
  const startedAt = Date.parse(attempt.startedAt);
  if (limit === "notAfter")
    return `${message} That was ${days(startedAt - Date.parse(day))} before this attempt.`;
  if (limit === "notBefore")
    return `${message} That is ${days(Date.parse(day) - startedAt)} after this attempt.`;
  return message;
}

/** Where a redirect leads: the whole target, as the answer named it. */
export function redirect(traces: Traces): string {
  const target = redirectTarget(traces);
  if (!target) return messageOf(traces);
  return `Answered ${traces.attempt.responseStatus}, which leads to ${target.slice(0, shownTarget)}.`;
}

/** The absolute URL that a redirect names, if it is one that an endpoint can have; null otherwise. */
export function redirectTarget({ attempt, details, endpointUrl }: Traces): string | null {
  const location = headerOf(details, "location");
  const base = details?.request.url;
  if (attempt.errorKind !== "redirect" || !location || !URL.canParse(location, base)) return null;
  const target = new URL(location, base);
  target.hash = "";
  const isWeb = target.protocol === "https:" || target.protocol === "http:";
  return isWeb && target.href !== endpointUrl ? target.href : null;
}

/** The status with the time it took and how the answer begins. */
export function answer(traces: Traces): string {
  const { attempt, details } = traces;
  const lead = `${messageOf(traces).slice(0, -1)} after ${formatDuration(attempt.durationMs)}`;
  const said = wordsOf(details).replaceAll(/\s+/g, " ").trim();
  if (said === "") return `${lead}.`;
  return `${lead}: “${said.slice(0, shownAnswer)}${said.length > shownAnswer ? "…" : ""}”`;
}

/** What an answer says to a reader: of a page its words, of anything else the text as it is. */
function wordsOf(details: Traces["details"]): string {
  const text = details?.response?.body.text ?? "";
  const isPage = headerOf(details, "content-type")?.includes("html") ?? false;
  return isPage ? text.replaceAll(/<(head|script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, " ") : text;
}

/** The URL that was refused. */
export function refusedUrl(traces: Traces): string {
  const url = traces.details?.request.url ?? traces.endpointUrl;
  return `${messageOf(traces)} It was to go to ${url.slice(0, shownTarget)}`;
}

/** How long the receiver asked to wait (RFC 9110, section 10.2.3). */
export function throttle(traces: Traces): string {
  const asked = headerOf(traces.details, "retry-after");
  const wish = /^\d+$/.test(asked ?? "") ? `${asked} s` : asked;
  return wish
    ? `${messageOf(traces)} It asked for a pause by Retry-After: ${wish}.`
    : `${messageOf(traces)} It named no Retry-After.`;
}

const shownTarget = 300;
const shownAnswer = 160;

function headerOf(details: Traces["details"], name: string): string | undefined {
  return details?.response?.headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

function days(ms: number): string {
  const count = Math.max(0, Math.floor(ms / 86_400_000));
  if (count === 0) return "less than a day";
  return count === 1 ? "1 day" : `${count} days`;
}

import { dataOf } from "../ledgers/event-data.ts";
import type { Post } from "../ledgers/lines.ts";

export type Posted =
  | { kind: "ack"; eventId: string; timestamp: string }
  | { kind: "refused"; status: number }
  /** No answer (status 0), or one that says to try again: it may be stored or not. */
  | { kind: "unknown"; status: number };

const timeoutMs = 8_000;
const temporary = new Set([408, 429]);

/** Posts an event once, as its form asks, and says what is certain afterwards. */
export async function postEvent({
  url,
  apiKey,
  post,
}: {
  url: string;
  apiKey: string;
  post: Post;
}): Promise<Posted> {
  const path = post.form === "batch" ? "/events/batch" : "/events";
  try {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json", ...identityOf(post) },
      body: bodyOf(post),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as Answer;
    if (response.status >= 500 || temporary.has(response.status))
      return { kind: "unknown", status: response.status };
    return toPosted(response.status, answer);
  } catch {
    return { kind: "unknown", status: 0 };
  }
}

type Accepted = { id: string; timestamp: string };
type Answer = Accepted | { data: (Accepted | { error: unknown })[] };

function toPosted(status: number, answer: Answer): Posted {
  const accepted = "data" in answer ? answer.data[0] : answer;
  if (status !== 202 || !accepted || !("id" in accepted)) return { kind: "refused", status };
  return { kind: "ack", eventId: accepted.id, timestamp: accepted.timestamp };
}

function identityOf({ key, identity }: Post): Record<string, string> {
  return identity === "own-id" ? {} : { "idempotency-key": key };
}

function bodyOf(post: Post): string {
  const { key, type, application, identity, form } = post;
  const id = identity === "idempotency-key" ? "" : `,"id":"own.${key}"`;
  // An event type with a space is refused, whatever else is right with the event.
  const given = form === "invalid" ? `${type} twice` : type;
  const event = `{"type":"${given}","application":"${application}"${id},"data":${dataOf(post)}}`;
  return form === "batch" ? `{"events":[${event}]}` : event;
}

import { STATUS_CODES } from "node:http";
import type { Answer, SendError } from "./send-result.ts";

const maxLocationLength = 200;

/** What an answer's status means: null for 2xx, whatever its body did, otherwise why it counts as a failure. */
export function statusFailure({ status, headers }: Pick<Answer, "status" | "headers">): SendError | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return { kind: "redirect", message: redirectMessage(status, headers) };
  if (status === 410)
    return { kind: "gone", message: "answered 410 Gone: the receiver wants no more webhooks" };
  if (status === 429) return { kind: "throttled", message: answered(status) };
  if (status >= 400 && status < 500) return { kind: "http_4xx", message: answered(status) };
  if (status >= 500 && status < 600) return { kind: "http_5xx", message: answered(status) };
  return { kind: "protocol", message: `answered with status ${status}, which is no final HTTP status` };
}

function answered(status: number): string {
  const phrase = STATUS_CODES[status];
  return phrase ? `answered ${status} ${phrase}` : `answered ${status}`;
}

function redirectMessage(status: number, headers: Answer["headers"]): string {
  const location = headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  if (!location) return `${answered(status)}; only 2xx counts as delivered`;
  const [target = ""] = location.split(/[?#]/);
  return `${status} redirect to ${target.slice(0, maxLocationLength)}; redirects are not followed`;
}

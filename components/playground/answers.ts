import { type InboxStatus, inboxStatuses } from "#lib/contracts/inbox.ts";

const names: Record<InboxStatus, [name: string, hint: string]> = {
  200: ["200 OK", "Delivered"],
  204: ["204 No content", "Delivered"],
  400: ["400 Bad request", "Retried"],
  401: ["401 Unauthorized", "Retried"],
  404: ["404 Not found", "Retried"],
  410: ["410 Gone", "Disables the endpoint"],
  429: ["429 Too many requests", "Retried, the endpoint rests"],
  500: ["500 Server error", "Retried"],
  503: ["503 Unavailable", "Retried, the endpoint rests"],
  0: ["No answer", "Times out, then retried"],
};

/** What the inbox can answer with, and what that leads to. */
export const answerOptions = inboxStatuses.map((status) => {
  const [label, hint] = names[status];
  return { value: String(status), label, hint };
});

/** How long it can wait first. */
export const delayOptions = [0, 1, 2, 5, 10, 20].map((seconds) => ({
  value: String(seconds),
  label: seconds === 0 ? "No delay" : seconds === 1 ? "1 second" : `${seconds} seconds`,
}));

/** An answer in words: `200 OK`. */
export function answerName(status: number): string {
  const known = inboxStatuses.find((each) => each === status);
  return known === undefined ? String(status) : names[known][0];
}

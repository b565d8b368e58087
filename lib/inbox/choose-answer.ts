import { inboxStatuses, maxInboxDelaySeconds } from "../contracts/inbox.ts";

export type InboxAnswer = { status: number; delaySeconds: number };

/** The inbox's own answer, or what `?status=` and `?delay=` of the URL ask for, so that endpoints may differ. */
export function chooseAnswer(inbox: InboxAnswer, asked: URLSearchParams): InboxAnswer {
  const status = inboxStatuses.find((each) => String(each) === asked.get("status"));
  const delaySeconds = Number(/^\d{1,2}$/.exec(asked.get("delay") ?? "")?.[0] ?? inbox.delaySeconds);
  return { status: status ?? inbox.status, delaySeconds: Math.min(delaySeconds, maxInboxDelaySeconds) };
}

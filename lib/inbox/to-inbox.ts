import type { Inbox as Row } from "#prisma/generated/client.ts";
import type { Inbox, InboxStatus } from "../contracts/inbox.ts";
import { inboxUrl } from "./token.ts";

/** An inbox as the API shows it. */
export function toInbox({ token, answerStatus, delaySeconds, createdAt }: Row): Inbox {
  return {
    url: inboxUrl(token),
    // Only the contract's own statuses are ever stored.
    status: answerStatus as InboxStatus,
    delaySeconds,
    createdAt: createdAt.toISOString(),
  };
}

import type { Prisma } from "#prisma/generated/client.ts";
import type { Email } from "../contracts/emails.ts";
import { toPublicId } from "../ids.ts";

/** The contract's shape of an outbox row, without its text. */
export function toEmail(row: Prisma.EmailGetPayload<object>): Email {
  return {
    id: toPublicId("email", row.id),
    recipient: row.recipient,
    subject: row.subject,
    status: row.status,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

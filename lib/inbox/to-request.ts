import type { InboxRequest, SignatureCheck } from "../contracts/inbox.ts";
import { timeOfId, toPublicId } from "../ids.ts";

/** Of a received request what lists show. */
export const requestColumns = {
  id: true,
  method: true,
  path: true,
  eventType: true,
  webhookId: true,
  signature: true,
  endpointId: true,
  bodyBytes: true,
  answerStatus: true,
  delaySeconds: true,
} as const;

export type RequestRow = {
  id: string;
  method: string;
  path: string;
  eventType: string | null;
  webhookId: string | null;
  signature: string;
  endpointId: string | null;
  bodyBytes: number;
  answerStatus: number;
  delaySeconds: number;
};

/** A received request as the API lists it. */
export function toInboxRequest(row: RequestRow): InboxRequest {
  const { method, path, eventType, webhookId, bodyBytes, answerStatus: status, delaySeconds } = row;
  return {
    id: toPublicId("inboxRequest", row.id),
    ...{ method, path, eventType, webhookId },
    // Only our own words are ever stored.
    signature: row.signature as SignatureCheck,
    endpoint: row.endpointId && toPublicId("endpoint", row.endpointId),
    ...{ bodyBytes, status, delaySeconds },
    receivedAt: timeOfId(row.id).toISOString(),
  };
}

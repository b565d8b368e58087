/**
 * Every queue: its pg-boss settings and the payload of its jobs. Jobs are wake-ups, never truth: truncating all of them
 * loses nothing, the sweep finds again whatever is due. What is due now needs no job (`wakeLanes`).
 */
export const queues = {
  /** Deliveries of an endpoint will be due; one job an endpoint and time bucket. */
  "lane-later": { policy: "short", retryLimit: 0, expireInSeconds: 30, deleteAfterSeconds: 60 },
  /** An event with very many subscribers is expanded apart from its accept. */
  "fan-out": {
    policy: "short",
    retryLimit: 3,
    retryDelay: 1,
    expireInSeconds: 120,
    deleteAfterSeconds: 3_600,
  },
  /** An endpoint was disabled or deleted: its open deliveries become canceled. */
  "cancel-open": {
    policy: "short",
    retryLimit: 3,
    retryDelay: 1,
    expireInSeconds: 300,
    deleteAfterSeconds: 3_600,
  },
  /** A replay goes on: re-opens its next batch, or counts what became of the earlier ones. */
  replay: { policy: "short", retryLimit: 3, retryDelay: 1, expireInSeconds: 120, deleteAfterSeconds: 60 },
  /** Sample data was asked for: its events are posted once its endpoints are there. */
  "sample-events": {
    policy: "short",
    retryLimit: 3,
    retryDelay: 1,
    expireInSeconds: 60,
    deleteAfterSeconds: 60,
  },
  /** An e-mail waits in the outbox. */
  "send-email": {
    policy: "short",
    retryLimit: 8,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 60,
    deleteAfterSeconds: 3_600,
  },
} as const;

export type QueueName = keyof typeof queues;

export type JobData = {
  "lane-later": { endpointId: string };
  "fan-out": { eventId: string };
  "cancel-open": { endpointId: string };
  replay: { replayId: string };
  "sample-events": { tenantId: string };
  "send-email": { emailId: string };
};

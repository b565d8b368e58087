import type { Sample } from "../scene/monitor.ts";
import type { Rows } from "./database.ts";
import type { Entries } from "./journal.ts";
import type { Arrival, Post } from "./lines.ts";

/** One event of the producer, with all that was said about it. */
export type Posted = {
  post: Post;
  intentAt: number;
  ack: { at: number; eventId: string; timestamp: string } | undefined;
  /** The status of a final no. */
  refused: number | undefined;
  /** Statuses that left it open; 0 is no answer. */
  unknowns: number[];
};

/** A request as the receiver saw it; `endedAt` is the end of the run if it never was over. */
export type Request = Arrival & { endedAt: number };

/** The three ledgers and the journal side by side. */
export type Facts = Rows & {
  posted: Posted[];
  /** In the order they came. */
  requests: Request[];
  /** By `owedKey`, each in the order they came. */
  requestsOf: Map<string, Request[]>;
  /** Names of endpoints by public id. */
  endpointNames: Map<string, string>;
  journal: Entries;
  samples: Sample[];
};

/** What is owed: an event to an endpoint. */
export function owedKey(eventId: string, endpoint: string): string {
  return `${eventId} ${endpoint}`;
}

import type pg from "pg";
import { inTransaction } from "../db.ts";
import type { AppError } from "../errors.ts";
import { failpoint } from "../failpoint.ts";
import { fanOut } from "./fan-out.ts";
import { insertEvents } from "./insert-events.ts";
import { answerWithFirsts, takeOutRepeats } from "./repeats.ts";
import { resolveApplications } from "./resolve-applications.ts";

export type NewEvent = {
  id: string;
  tenantId: string;
  /** Id or uid; the default application if undefined. */
  application: string | undefined;
  type: string;
  uid: string | undefined;
  data: string;
  channels: string[];
  tags: string[];
  /** Undefined is now, by the database clock. */
  occurredAt: Date | undefined;
  idempotency: { key: string; fingerprint: Buffer } | undefined;
};

export type StoredEvent = {
  id: string;
  type: string;
  applicationId: string;
  occurredAt: Date;
  createdAt: Date;
};

/** An event of a flush with its application known. */
export type ResolvedEvent = NewEvent & { applicationId: string };

export type StoreResult = { kind: "stored"; event: StoredEvent } | { kind: "refused"; error: AppError };

/**
 * Stores many events in one durable transaction: the events, their deliveries by the subscriptions of this moment and
 * the wake-ups of their lanes. Answers in the order given; a refused event does not hinder the others.
 */
export function storeEvents(events: readonly NewEvent[]): Promise<StoreResult[]> {
  return inTransaction(async (client) => {
    const results = new Map<string, StoreResult>();
    const resolved = await resolveApplications(client, events, results);
    const { fresh, firsts } = await takeOutRepeats(client, resolved, results);
    await storeFresh(client, fresh, results);
    await answerWithFirsts(client, { firsts, results });
    failpoint("accept.before-commit");
    return events.map((event) => resultOf(results, event));
  });
}

async function storeFresh(client: pg.PoolClient, fresh: ResolvedEvent[], results: Map<string, StoreResult>) {
  if (fresh.length === 0) return;
  for (const event of await insertEvents(client, fresh)) results.set(event.id, { kind: "stored", event });
  await fanOut(client, fresh);
}

function resultOf(results: Map<string, StoreResult>, { id }: NewEvent): StoreResult {
  const result = results.get(id);
  if (!result) throw new Error("an event of the flush has no result");
  return result;
}

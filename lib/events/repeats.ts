import type { Queryable } from "../db.ts";
import { AppError } from "../errors.ts";
import { findStored } from "./insert-events.ts";
import type { ResolvedEvent, StoreResult } from "./store.ts";

type Results = Map<string, StoreResult>;
/** The first event of each repeated one, by the id the repeated one would have had. */
export type Firsts = Map<string, string>;

/**
 * Takes out the events whose idempotency key or own id the tenant used before (422 when the key came with another
 * body), and claims the keys and ids of the rest; `answerWithFirsts` answers the repeated ones once all is inserted.
 */
export async function takeOutRepeats(
  client: Queryable,
  events: ResolvedEvent[],
  results: Results,
): Promise<{ fresh: ResolvedEvent[]; firsts: Firsts }> {
  const firsts: Firsts = new Map();
  const afterKeys = await claimKeys(client, events, { results, firsts });
  const fresh = await claimUids(client, afterKeys, firsts);
  return { fresh, firsts };
}

/** Answers every repeated event with its first one, which may be of the same flush. */
export async function answerWithFirsts(
  client: Queryable,
  { firsts, results }: { firsts: Firsts; results: Results },
) {
  if (firsts.size === 0) return;
  const stored = new Map(
    (await findStored(client, [...new Set(firsts.values())])).map((event) => [event.id, event]),
  );
  for (const [repeated, first] of firsts) {
    const event = stored.get(first);
    const error = new AppError("conflict", { detail: "The first event of this id is past its retention." });
    results.set(repeated, event ? { kind: "stored", event } : { kind: "refused", error });
  }
}

type KeyRow = { tenant_id: string; key: string; event_id: string | null; fingerprint: Buffer };

async function claimKeys(
  client: Queryable,
  events: ResolvedEvent[],
  { results, firsts }: { results: Results; firsts: Firsts },
) {
  const keyed = events.flatMap((event) => (event.idempotency ? [{ ...event, ...event.idempotency }] : []));
  if (keyed.length === 0) return events;
  const owners = await upsertKeys(client, keyed);
  return events.filter((event) => {
    const owner = event.idempotency && owners.get(`${event.tenantId}\n${event.idempotency.key}`);
    if (!owner || owner.event_id === event.id) return true;
    if (
      owner.event_id === null ||
      !owner.fingerprint.equals(event.idempotency?.fingerprint ?? Buffer.alloc(0))
    ) {
      results.set(event.id, { kind: "refused", error: new AppError("idempotency_key_reused") });
    } else {
      firsts.set(event.id, owner.event_id);
    }
    return false;
  });
}

type KeyedEvent = ResolvedEvent & { key: string; fingerprint: Buffer };

/** Claims keys in one order everywhere, so that two webs with the same keys wait for each other instead of deadlocking. */
async function upsertKeys(client: Queryable, keyed: KeyedEvent[]): Promise<Map<string, KeyRow>> {
  const sorted = keyed.toSorted((a, b) => compare(a.tenantId + a.key, b.tenantId + b.key));
  const columns = [sorted.map((event) => event.tenantId), sorted.map((event) => event.key)];
  await client.query(
    `INSERT INTO idempotency_keys (tenant_id, key, fingerprint, event_id, status)
     SELECT *, 202 FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[]) ON CONFLICT DO NOTHING`,
    [...columns, sorted.map((event) => event.fingerprint), sorted.map((event) => event.id)],
  );
  const { rows } = await client.query<KeyRow>(
    `SELECT tenant_id, key, event_id, fingerprint FROM idempotency_keys
      WHERE (tenant_id, key) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
    columns,
  );
  return new Map(rows.map((row) => [`${row.tenant_id}\n${row.key}`, row]));
}

async function claimUids(
  client: Queryable,
  events: ResolvedEvent[],
  firsts: Firsts,
): Promise<ResolvedEvent[]> {
  const named = events.flatMap((event) => (event.uid === undefined ? [] : [{ ...event, uid: event.uid }]));
  if (named.length === 0) return events;
  const sorted = named.toSorted((a, b) => compare(a.tenantId + a.uid, b.tenantId + b.uid));
  const columns = [sorted.map((event) => event.tenantId), sorted.map((event) => event.uid)];
  await client.query(
    `INSERT INTO event_uids (tenant_id, uid, event_id)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
    [...columns, sorted.map((event) => event.id)],
  );
  const { rows } = await client.query<{ tenant_id: string; uid: string; event_id: string }>(
    `SELECT tenant_id, uid, event_id FROM event_uids
      WHERE (tenant_id, uid) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
    columns,
  );
  const owners = new Map(rows.map((row) => [`${row.tenant_id}\n${row.uid}`, row.event_id]));
  const repeated = named.filter((event) => owners.get(`${event.tenantId}\n${event.uid}`) !== event.id);
  for (const event of repeated)
    firsts.set(event.id, owners.get(`${event.tenantId}\n${event.uid}`) ?? event.id);
  await repointKeys(client, repeated, firsts);
  return events.filter((event) => !firsts.has(event.id));
}

/** The key of a repeated own id was claimed for an event that will not exist: it must lead to the first one. */
async function repointKeys(client: Queryable, repeated: ResolvedEvent[], firsts: Firsts): Promise<void> {
  const keyed = repeated.flatMap((event) => (event.idempotency ? [{ ...event, ...event.idempotency }] : []));
  if (keyed.length === 0) return;
  await client.query(
    `UPDATE idempotency_keys SET event_id = first.event_id
       FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS first (tenant_id, key, event_id)
      WHERE idempotency_keys.tenant_id = first.tenant_id AND idempotency_keys.key = first.key`,
    [
      keyed.map((event) => event.tenantId),
      keyed.map((event) => event.key),
      keyed.map((event) => firsts.get(event.id)),
    ],
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { inTransaction, type Queryable } from "#lib/db.ts";
import { type AttemptRow, insertAttempts } from "#lib/deliveries/insert-attempts.ts";
import { deliveryBody } from "#lib/delivery/body.ts";
import { deliveryHeaders } from "#lib/delivery/headers.ts";
import type { Target } from "#lib/endpoints/load-targets.ts";
import { toPublicId } from "#lib/ids.ts";
import { addToBuckets, aggregate } from "#lib/stats/buckets.ts";
import { version } from "#lib/version.ts";
import type { HistoricDelivery, HistoricEvent } from "./build-history.ts";
import { idAt } from "./id-at.ts";
import type { SimulatedAttempt } from "./simulate.ts";

export type Owners = {
  tenantId: string;
  /** UUIDs by uid. */
  applications: ReadonlyMap<string, string>;
  /** Urls, keys and headers by the UUID of the endpoint. */
  targets: ReadonlyMap<string, Target>;
};

/** Writes past events with all that became of them in one transaction, the figures counted from the same attempts. */
export async function writeHistory(owners: Owners, events: readonly HistoricEvent[]): Promise<void> {
  const sent = events.flatMap((event) => event.deliveries.map((delivery) => ({ event, delivery })));
  const attempts = sent.flatMap(({ event, delivery }) =>
    delivery.attempts.map((attempt) => ({ event, delivery, attempt })),
  );
  await inTransaction(async (client) => {
    await insertAll(
      client,
      "events",
      events.map((event) => eventRow(owners, event)),
    );
    await insertAll(
      client,
      "event_uids",
      events.flatMap((event) => uidRow(owners, event)),
    );
    await insertAll(
      client,
      "deliveries",
      sent.map(({ event, delivery }) => deliveryRow(owners, event, delivery)),
    );
    await insertAttempts(
      client,
      attempts.map((one) => attemptRow(owners, one)),
    );
    await addToBuckets(client, aggregate(attempts.map((one) => sampleOf(owners, one))));
  });
}

/** Inserts rows given as objects of column names; what a row does not name is null. */
async function insertAll(client: Queryable, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
    [JSON.stringify(rows)],
  );
}

function eventRow(
  { tenantId, applications }: Owners,
  { deliveries: _, at, application, ...event }: HistoricEvent,
) {
  return {
    ...event,
    tenant_id: tenantId,
    application_id: applications.get(application),
    is_test: false,
    is_fanned_out: true,
    occurred_at: at,
    created_at: at,
  };
}

function uidRow({ tenantId }: Owners, { id, uid, at }: HistoricEvent) {
  return uid === null ? [] : [{ tenant_id: tenantId, uid, event_id: id, created_at: at }];
}

function deliveryRow({ tenantId, applications }: Owners, event: HistoricEvent, delivery: HistoricDelivery) {
  const { endpoint, attempts, at } = delivery;
  const last = attempts.at(-1)?.result;
  return {
    id: delivery.id,
    tenant_id: tenantId,
    application_id: applications.get(event.application),
    event_id: event.id,
    event_type: event.type,
    endpoint_id: endpoint.id,
    payload_format: endpoint.payloadFormat,
    status: delivery.status,
    attempt_count: attempts.length,
    schedule_attempts: delivery.scheduleAttempts,
    crash_count: 0,
    next_attempt_at: delivery.nextAttemptAt,
    attempt_started_at: last?.startedAt ?? null,
    last_response_status: last?.response?.status ?? null,
    last_error_kind: last?.error?.kind ?? null,
    last_duration_ms: last?.timings.totalMs ?? null,
    completed_at: delivery.completedAt,
    created_at: at,
  };
}

type Made = { event: HistoricEvent; delivery: HistoricDelivery; attempt: SimulatedAttempt };

function attemptRow({ tenantId, targets }: Owners, { event, delivery, attempt }: Made): AttemptRow {
  const { number, result } = attempt;
  const { id: endpointId, url } = delivery.endpoint;
  return {
    id: idAt(result.startedAt),
    tenantId,
    deliveryId: delivery.id,
    endpointId,
    number,
    url,
    requestHeaders: headersOf(targets.get(endpointId), event, { delivery, startedAt: result.startedAt }),
    responseStatus: result.response?.status ?? null,
    responseHeaders: result.response?.headers ?? null,
    responseBody: result.response?.body ?? null,
    responseTruncated: false,
    errorKind: result.error?.kind ?? null,
    errorMessage: result.error?.message ?? null,
    remoteAddress: result.remoteAddress,
    timings: result.timings,
    startedAt: result.startedAt,
  };
}

type Sending = { delivery: HistoricDelivery; startedAt: Date };

/** The headers as they would have been sent, signed with the endpoint's present secret, custom values masked. */
function headersOf(target: Target | undefined, event: HistoricEvent, { delivery, startedAt }: Sending) {
  const custom = Object.fromEntries(Object.keys(target?.headers ?? {}).map((name) => [name, "••••"]));
  const headers = deliveryHeaders({
    version,
    custom,
    id: toPublicId("event", event.id),
    timestampSeconds: Math.floor(startedAt.getTime() / 1_000),
    body: deliveryBody({
      type: event.type,
      timestamp: event.at.toISOString(),
      data: event.data,
      format: delivery.endpoint.payloadFormat,
    }),
    keys: target?.keys ?? [],
  });
  return Object.entries(headers);
}

function sampleOf({ tenantId }: Owners, { event, delivery, attempt }: Made) {
  return {
    tenantId,
    endpointId: delivery.endpoint.id,
    eventType: event.type,
    outcome: attempt.outcome,
    durationMs: attempt.result.timings.totalMs,
    at: attempt.result.startedAt,
  };
}

import type { ReplayScope } from "#lib/contracts/replays.ts";
import { pool, prisma } from "#lib/db.ts";
import { fromPublicId, toPublicId } from "#lib/ids.ts";
import { createReplay } from "#lib/replays/create.ts";
import { insertDelivery, insertEvent } from "./log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "./rows.ts";

type Endpoint = NonNullable<Parameters<typeof insertEndpoint>[1]>;
type Delivery = Partial<Parameters<typeof insertDelivery>[1]> & { type?: string; applicationId?: string };

/** A tenant with one endpoint and as many failed deliveries to it, made in the last minutes. */
export async function failedTenant(count: number, settings: Endpoint = {}) {
  const tenant = await insertTenant();
  const endpoint = await insertEndpoint(tenant, settings);
  const ids = await insertFailed(tenant, endpoint.id, count);
  return { tenant, endpointId: endpoint.id, endpoint: toPublicId("endpoint", endpoint.id), ids };
}

/** Deliveries to an endpoint, failed unless told otherwise, oldest first; answers their UUIDs. */
export async function insertFailed(
  tenant: TenantRows,
  endpointId: string,
  count: number,
  { type = "invoice.paid", applicationId = tenant.applicationId, ...settings }: Delivery = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = settings.at ?? new Date(Date.now() - 300_000 + index * 1_000);
    const event = await insertEvent(tenant, { at, type, applicationId });
    ids.push(
      await insertDelivery(tenant, { status: "failed", attemptCount: 3, ...settings, at, event, endpointId }),
    );
  }
  return ids;
}

/** The last hour and the next minute, narrowed as a test wants it. */
export function lastHour(scope: Partial<ReplayScope> = {}): ReplayScope {
  const now = Date.now();
  return {
    since: new Date(now - 3_600_000).toISOString(),
    until: new Date(now + 60_000).toISOString(),
    ...scope,
  };
}

/** Starts a replay and answers its UUID. */
export async function startReplay(tenant: TenantRows, scope = lastHour()): Promise<string> {
  const { id } = await createReplay(tenant.ctx, scope);
  return fromPublicId("replay", id) ?? "";
}

export function replayRow(id: string) {
  return prisma().replay.findUniqueOrThrow({ where: { id }, include: { lanes: true } });
}

/** As if the worker had sent what is open to an endpoint, with this result. */
export async function finishOpen(
  endpointId: string,
  status: "delivered" | "failed" | "retrying",
): Promise<void> {
  await pool().query(
    `UPDATE deliveries SET status = $2::delivery_status, attempt_count = attempt_count + 1, attempt_started_at = now(),
            last_duration_ms = 5, completed_at = CASE WHEN $2 = 'retrying' THEN NULL ELSE now() END,
            next_attempt_at = CASE WHEN $2 = 'retrying' THEN now() + interval '1 h' END
      WHERE endpoint_id = $1 AND status = 'pending'`,
    [endpointId, status],
  );
}

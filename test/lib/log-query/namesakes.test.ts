import { afterAll, beforeAll, expect, test } from "vitest";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { listEvents } from "#lib/events/list.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

type Namesake = { tenant: TenantRows; event: string; delivery: string };

let namesakes: Namesake[];
beforeAll(async () => {
  namesakes = [await makeNamesake(), await makeNamesake(), await makeNamesake()];
});
afterAll(closeDatabases);

// Were another tenant's row looked at, one of them would find nothing: only one can come first.
test.each([
  ["a search by the producer's own event id", { q: "order-1" }],
  ["a filter by the uid of an application", { application: "globex" }],
])("%s finds each tenant's own, however many tenants use the same", async (_, query) => {
  const filter = deliveryFilter.parse(query);
  for (const { tenant, event, delivery } of namesakes) {
    const events = await listEvents(tenant.ctx, filter);
    expect(events.data.map(({ id }) => id)).toEqual([toPublicId("event", event)]);
    const deliveries = await listDeliveries(tenant.ctx, filter);
    expect(deliveries.data.map(({ id }) => id)).toEqual([toPublicId("delivery", delivery)]);
  }
});

/** A tenant with an application, an event and a delivery that are named alike in all of them. */
async function makeNamesake(): Promise<Namesake> {
  const tenant = await insertTenant();
  const applicationId = newId();
  await pool().query(
    "INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, 'globex', 'Globex')",
    [applicationId, tenant.tenantId],
  );
  const endpoint = await insertEndpoint(tenant, { applicationId });
  const event = await insertEvent(tenant, { applicationId, uid: "order-1" });
  const delivery = await insertDelivery(tenant, { event, endpointId: endpoint.id });
  return { tenant, event: event.id, delivery };
}

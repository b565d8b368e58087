import { afterAll, expect, test } from "vitest";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { toPublicId } from "#lib/ids.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";

afterAll(closeDatabases);

test("a tag that very many events have finds the deliveries of these and no others", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant);
  await insertDelivery(tenant, { event: await insertEvent(tenant, { tags: ["us"] }), endpointId });
  await pool().query(
    `INSERT INTO events (id, tenant_id, application_id, type, data, tags, occurred_at)
     SELECT uuidv7(), $1, $2, 'x', '{}', '{eu}', now() FROM generate_series(1, 1001)`,
    [tenant.tenantId, tenant.applicationId],
  );
  const tagged = await insertDelivery(tenant, {
    event: await insertEvent(tenant, { tags: ["eu"] }),
    endpointId,
  });
  const { data } = await listDeliveries(tenant.ctx, deliveryFilter.parse({ tag: "eu" }));
  expect(data.map(({ id }) => id)).toEqual([toPublicId("delivery", tagged)]);
});

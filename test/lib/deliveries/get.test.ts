import { afterAll, expect, test } from "vitest";
import { deliveryDetail } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { getDelivery } from "#lib/deliveries/get.ts";
import { toPublicId } from "#lib/ids.ts";
import { insertAttempt, insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";

afterAll(closeDatabases);

test("a delivery comes with its attempts, oldest first, and the state of its endpoint", async () => {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant, { state: "paused" });
  const event = await insertEvent(tenant);
  const deliveryId = await insertDelivery(tenant, { event, endpointId, attemptCount: 2 });
  const timeline = { deliveryId, endpointId };
  await insertAttempt(tenant, { ...timeline, number: 2 });
  await insertAttempt(tenant, {
    ...timeline,
    number: 1,
    responseStatus: null,
    errorKind: "connect",
    errorMessage: "connection refused",
  });
  await insertAttempt(tenant, {
    ...timeline,
    deliveryId: await insertDelivery(tenant, { event, endpointId }),
  });

  const id = toPublicId("delivery", deliveryId);
  const found = await getDelivery(tenant.ctx, { id });
  expect(deliveryDetail.parse(found)).toEqual(found);
  expect(found).toMatchObject({
    id,
    endpointState: "paused",
    attempts: [
      { number: 1, responseStatus: null, errorKind: "connect", errorMessage: "connection refused" },
      { number: 2, responseStatus: 200, errorKind: null, durationMs: 10 },
    ],
  });
  await pool().query("UPDATE endpoints SET deleted_at = now() WHERE id = $1", [endpointId]);
  expect(await getDelivery(tenant.ctx, { id })).toMatchObject({ endpointState: "deleted" });
});

test("another tenant's delivery is 404", async () => {
  const [ours, theirs] = [await insertTenant(), await insertTenant()];
  const { id: endpointId } = await insertEndpoint(theirs);
  const id = await insertDelivery(theirs, { event: await insertEvent(theirs), endpointId });
  const reading = getDelivery(ours.ctx, { id: toPublicId("delivery", id) });
  await expect(reading).rejects.toMatchObject({ code: "not_found" });
});

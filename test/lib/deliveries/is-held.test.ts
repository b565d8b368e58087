import { afterAll, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { claimDeliveries } from "#lib/deliveries/claim.ts";
import { isHeld } from "#lib/deliveries/is-held.ts";
import { newId } from "#lib/ids.ts";
import { insertDue } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";

afterAll(() => closeDatabases());

async function claimOne() {
  const tenant = await insertTenant();
  const { id: lane } = await insertEndpoint(tenant);
  await insertDue(tenant, { endpointId: lane, count: 1 });
  const { claims } = await claimDeliveries({ lanes: new Map([[lane, 1]]), leaseMs: 30_000, reach: "recent" });
  const [claim] = claims;
  if (!claim) throw new Error("nothing was claimed");
  return claim;
}

test("a claimed delivery is held, by its own lease alone", async () => {
  const claim = await claimOne();
  expect(await isHeld(claim)).toBe(true);
  expect(await isHeld({ ...claim, leaseToken: newId() })).toBe(false);
});

test.each([
  ["the endpoint is disabled", "UPDATE endpoints SET state = 'disabled' WHERE id = $1"],
  ["the endpoint is paused", "UPDATE endpoints SET state = 'paused' WHERE id = $1"],
  ["the endpoint is deleted", "UPDATE endpoints SET deleted_at = now() WHERE id = $1"],
  ["the lease has run out", "UPDATE deliveries SET lease_until = now() WHERE endpoint_id = $1"],
  ["another took it over", "UPDATE deliveries SET lease_token = uuidv7() WHERE endpoint_id = $1"],
])("not once %s", async (_, change) => {
  const claim = await claimOne();
  await pool().query(change, [claim.endpointId]);
  expect(await isHeld(claim)).toBe(false);
});

import { afterAll, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { type Claim, claimDeliveries } from "#lib/deliveries/claim.ts";
import type { Settlement } from "#lib/deliveries/settle.ts";
import { newId } from "#lib/ids.ts";
import { insertDue } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";
import { Settler } from "#worker/settler.ts";

afterAll(() => closeDatabases());

async function claimSome(count: number): Promise<Claim[]> {
  const tenant = await insertTenant();
  const { id: lane } = await insertEndpoint(tenant);
  await insertDue(tenant, { endpointId: lane, count });
  const lanes = new Map([[lane, count]]);
  return (await claimDeliveries({ lanes, leaseMs: 30_000, reach: "recent" })).claims;
}

function settlementOf(claim: Claim, next: Settlement["next"]): Settlement {
  const { tenantId, deliveryId, endpointId, leaseToken, applicationId, eventType } = claim;
  const failure = next.kind === "delivered" ? null : ("http_5xx" as const);
  return {
    ...{ leaseToken, applicationId, eventType, next, throttleSeconds: null },
    attempt: {
      ...{ id: newId(), tenantId, deliveryId, endpointId, number: 1, url: "http://127.0.0.1:9/closed" },
      ...{ requestHeaders: [], responseStatus: 200, responseHeaders: [], responseBody: null },
      ...{ responseTruncated: false, errorKind: failure, errorMessage: failure, remoteAddress: null },
      timings: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 3 },
      startedAt: new Date(),
    },
  };
}

test("a result that Postgres refuses holds up no other of its batch, and none that follows", async () => {
  const [refused, ...others] = await claimSome(4);
  if (!refused) throw new Error("nothing was claimed");
  const settler = new Settler();
  const never = { kind: "retry", afterSeconds: 1e300, spendsSchedule: true } as const;
  const [last, ...same] = others.map((claim) => settlementOf(claim, { kind: "delivered" }));
  await Promise.all([settlementOf(refused, never), ...same].map((settlement) => settler.settle(settlement)));
  if (last) await settler.settle(last);
  const { rows } = await pool().query<{ id: string; status: string }>(
    "SELECT id, status FROM deliveries WHERE endpoint_id = $1",
    [refused.endpointId],
  );
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  expect(statuses.get(refused.deliveryId)).toBe("sending");
  expect(others.map(({ deliveryId }) => statuses.get(deliveryId))).toEqual(Array(3).fill("delivered"));
});

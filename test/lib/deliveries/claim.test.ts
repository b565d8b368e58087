import { afterAll, expect, test } from "vitest";
import { closeDatabases, hotPool, pool } from "#lib/db.ts";
import { claimDeliveries } from "#lib/deliveries/claim.ts";
import { insertDue } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";

afterAll(() => closeDatabases());

type Plan = { "Node Type": string; "Actual Rows": number; "Actual Loops": number; Plans?: Plan[] };

function mostRows(plan: Plan): number {
  return Math.max(plan["Actual Rows"] * plan["Actual Loops"], ...(plan.Plans ?? []).map(mostRows));
}

test("a claim touches as many rows of a lane as it takes, however many wait", async () => {
  const tenant = await insertTenant();
  const { id: lane } = await insertEndpoint(tenant, { maxInFlight: 100 });
  await insertDue(tenant, { endpointId: lane, count: 30_000 });
  await pool().query("ANALYZE deliveries, events");
  const claim = () => claimDeliveries({ lanes: new Map([[lane, 8]]), leaseMs: 30_000, reach: "recent" });
  expect((await claim()).claims).toHaveLength(8);

  const client = await hotPool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('posthorn.lanes', $1, true)", [lane]);
    const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE "claim-deliveries" ('{${lane}}', '{8}', uuidv7(), 30000,
        '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff')`,
    );
    expect(rows[0]?.["QUERY PLAN"].map(({ Plan }) => mostRows(Plan))).toEqual([
      expect.toSatisfy((n) => n < 200),
    ]);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});

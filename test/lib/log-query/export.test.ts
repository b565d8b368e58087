import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let viewer: Requester;
let rows: { tenantId: string; applicationId: string };

beforeAll(async () => {
  tenant = await createTenantForTest();
  viewer = await tenant.withRole("viewer");
  const { rows: found } = await pool().query<{ id: string }>(
    "SELECT id FROM applications WHERE tenant_id = $1",
    [tenant.tenantId],
  );
  rows = { tenantId: tenant.tenantId, applicationId: found[0]?.id ?? "" };
  await fill(rows, 260);
});

async function fill(owner: typeof rows, count: number) {
  const target = { ...(await insertTenant()), ...owner };
  const endpoint = await insertEndpoint(target, { url: "https://example.com/=1+1" });
  const event = await insertEvent(target, { uid: "=cmd" });
  for (let left = count; left > 0; left--)
    await insertDelivery(target, {
      event,
      endpointId: endpoint.id,
      status: left === 1 ? "failed" : "delivered",
    });
}

describe("a log as a file", () => {
  test("holds what the list does over several pages, each row once", async () => {
    const { headers, body } = await viewer("GET", "/deliveries/export");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="deliveries-[\d-]+\.json"$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("posthorn-truncated")).toBeNull();
    expect(new Set(body.data.map(({ id }) => id)).size).toBe(260);
    const listed = (await viewer("GET", "/deliveries?limit=250")).body.data;
    expect(body.data.slice(0, 250)).toEqual(listed);
  });

  test("keeps to the filter", async () => {
    const { body } = await viewer("GET", "/deliveries/export?status=failed");
    expect(body.data).toEqual((await viewer("GET", "/deliveries?status=failed")).body.data);
    expect(body.data).toHaveLength(1);
  });

  test("in CSV is saved and holds no formula", async () => {
    const { headers, body } = await viewer("GET", "/events/export?format=csv");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [titles, line] = String(body).split("\r\n");
    expect(titles).toMatch(/^"createdAt","id","uid","type"/);
    expect(line).toContain(`"'=cmd"`);
  });

  test("of another tenant holds none of these rows", async () => {
    const other = await (await createTenantForTest()).withRole("owner");
    expect((await other("GET", "/deliveries/export")).body.data).toEqual([]);
    expect((await other("GET", "/events/export")).body.data).toEqual([]);
  });
});

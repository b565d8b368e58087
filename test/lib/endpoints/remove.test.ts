import { expect, test } from "vitest";
import { pool, prisma } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

test("a deleted endpoint is gone for the API, keeps its row for the logs, and gets nothing any more", async () => {
  const tenant = await createTenantForTest();
  const { body } = await tenant.request("POST", "/endpoints", { url: "http://127.0.0.1:9/" });
  const id = fromPublicId("endpoint", body.id) ?? "";
  expect((await tenant.request("DELETE", `/endpoints/${body.id}`)).status).toBe(204);

  for (const [method, path] of [
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["GET", "/secret"],
    ["POST", "/secret/rotate"],
  ] as const) {
    const given = method === "GET" || method === "DELETE" ? undefined : {};
    expect((await tenant.request(method, `/endpoints/${body.id}${path}`, given)).status).toBe(404);
  }
  expect((await tenant.request("GET", "/endpoints")).body.data).toEqual([]);
  expect((await prisma().endpoint.findUniqueOrThrow({ where: { id } })).deletedAt).not.toBeNull();
  expect(await prisma().endpointSubscription.count({ where: { endpointId: id } })).toBe(0);
  const { rows } = await pool().query(
    "SELECT 1 FROM pgboss.job WHERE name = 'cancel-open' AND singleton_key = $1",
    [id],
  );
  expect(rows).toHaveLength(1);
});

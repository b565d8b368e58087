import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
const ids: Record<string, string> = {};
beforeAll(async () => {
  tenant = await createTenantForTest();
  await tenant.request("POST", "/applications", { name: "Globex", uid: "globex" });
  const make = async (name: string, body: object) => {
    ids[name] = (
      await tenant.request("POST", "/endpoints", { url: `http://127.0.0.1:9/${name}`, ...body })
    ).body.id;
  };
  await make("all", { eventTypes: ["*"] });
  await make("invoices", { eventTypes: ["invoice.*"], description: "100% of_them" });
  await make("paid", { eventTypes: ["invoice.paid"], application: "globex" });
  await make("paused", { eventTypes: ["user.created"], paused: true });
  await make("failing", { eventTypes: ["user.deleted"] });
  await prisma().endpointHealth.update({
    where: { endpointId: fromPublicId("endpoint", ids.failing ?? "") ?? "" },
    data: { failingSince: new Date() },
  });
});

async function namesOf(query: string): Promise<string[]> {
  const { status, body } = await tenant.request("GET", `/endpoints?${query}`);
  expect(status).toBe(200);
  return body.data.map(({ url }) => url.split("/").at(-1) ?? "");
}

describe("filters", () => {
  test.each([
    ["", ["failing", "paused", "paid", "invoices", "all"]],
    ["application=globex", ["paid"]],
    ["application=default&limit=2", ["failing", "paused"]],
    ["state=paused", ["paused"]],
    ["eventType=invoice.paid", ["paid", "invoices", "all"]],
    ["eventType=user.created", ["paused", "all"]],
    ["needsAttention=true", ["failing", "paused"]],
    ["needsAttention=true&q=fail", ["failing"]],
    ["q=INVOICES", ["invoices"]],
    ["q=100%25", ["invoices"]],
    ["q=%25", ["invoices"]],
    ["q=_", ["invoices"]],
    ["q=%5C", []],
    ["q=nothing", []],
  ])("%s", async (query, names) => {
    expect(await namesOf(query)).toEqual(names);
  });

  test("an id is found", async () => {
    expect(await namesOf(`q=${ids.paid}`)).toEqual(["paid"]);
  });

  test("an unknown application is 404, an unknown filter 422", async () => {
    expect((await tenant.request("GET", "/endpoints?application=nobody")).status).toBe(404);
    expect((await tenant.request("GET", "/endpoints?colour=red")).status).toBe(422);
    expect((await tenant.request("GET", "/endpoints?state=odd")).status).toBe(422);
    expect((await tenant.request("GET", "/endpoints?limit=251")).status).toBe(422);
    expect((await tenant.request("GET", "/endpoints?__proto__=x")).status).toBe(422);
    expect((await tenant.request("GET", "/endpoints?q=%00")).status).toBe(422);
  });
});

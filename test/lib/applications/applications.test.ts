import { beforeAll, describe, expect, test } from "vitest";
import { pool, prisma } from "#lib/db.ts";
import { fromPublicId, newId, toPublicId } from "#lib/ids.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenantForTest();
});

const create = (body: object) => tenant.request("POST", "/applications", body);

describe("create", () => {
  test("without a uid the id serves as one", async () => {
    const { status, headers, body } = await create({ name: "Globex" });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/applications/${body.id}`);
    expect(body).toMatchObject({ uid: body.id, isDefault: false, metadata: {}, endpointCount: 0 });
  });

  test("a taken uid is 409, in another tenant it is free", async () => {
    expect((await create({ name: "One", uid: "twin" })).status).toBe(201);
    const { status, body } = await create({ name: "Two", uid: "twin" });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: "already_exists", errors: [{ path: "uid" }] });
    const other = await createTenantForTest();
    expect((await other.request("POST", "/applications", { name: "One", uid: "twin" })).status).toBe(201);
  });

  test("of two at once with one uid, one wins", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create({ name: "Race", uid: "race" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test.each<[string, object]>([
    ["name", { name: " " }],
    ["uid", { name: "x", uid: "a b" }],
    ["uid", { name: "x", uid: ".." }],
    ["uid", { name: "x", uid: toPublicId("application", newId()) }],
    ["metadata.a", { name: "x", metadata: { a: 1 } }],
    ["metadata.__proto__", JSON.parse('{"name":"x","metadata":{"__proto__":"y"}}')],
    ["isDefault", { name: "x", isDefault: true }],
  ])("a faulty %s is 422", async (path, body) => {
    const answered = await create(body);
    expect(answered.status).toBe(422);
    expect(answered.body.errors.map((error) => error.path)).toContain(path);
  });
});

describe("by id or uid", () => {
  test("both lead to the same application", async () => {
    const { id } = (await create({ name: "Initech", uid: "initech", metadata: { plan: "gold" } })).body;
    const byUid = await tenant.request("GET", "/applications/initech");
    expect(byUid.body).toEqual((await tenant.request("GET", `/applications/${id}`)).body);
    expect(byUid.body).toMatchObject({ id, name: "Initech", metadata: { plan: "gold" } });
  });

  test("the default one is there from the start", async () => {
    expect((await tenant.request("GET", "/applications/default")).body.isDefault).toBe(true);
  });

  test("a change of uid holds at once; a taken one is 409", async () => {
    await create({ name: "A", uid: "old-name" });
    await create({ name: "B", uid: "settled" });
    expect((await tenant.request("PATCH", "/applications/old-name", { uid: "settled" })).status).toBe(409);
    const { body } = await tenant.request("PATCH", "/applications/old-name", { uid: "new-name" });
    expect(body).toMatchObject({ uid: "new-name", name: "A" });
    expect((await tenant.request("GET", "/applications/old-name")).status).toBe(404);
    expect((await tenant.request("PATCH", "/applications/new-name", { uid: "new-name" })).status).toBe(200);
  });
});

describe("delete", () => {
  test("its endpoints go with it, its row stays for the logs, its uid is free again", async () => {
    const { id } = (await create({ name: "Leaving", uid: "leaving" })).body;
    const endpoint = await tenant.request("POST", "/endpoints", {
      url: "http://127.0.0.1:9/",
      application: "leaving",
    });
    expect((await tenant.request("GET", "/applications/leaving")).body.endpointCount).toBe(1);
    expect((await tenant.request("DELETE", "/applications/leaving")).status).toBe(204);

    expect((await tenant.request("GET", `/applications/${id}`)).status).toBe(404);
    expect((await tenant.request("GET", `/endpoints/${endpoint.body.id}`)).status).toBe(404);
    const row = await prisma().application.findUnique({
      where: { id: fromPublicId("application", id) ?? "" },
    });
    expect(row?.name).toBe("Leaving");
    const { rows } = await pool().query(
      "SELECT 1 FROM pgboss.job WHERE name = 'cancel-open' AND singleton_key = $1",
      [fromPublicId("endpoint", endpoint.body.id)],
    );
    expect(rows).toHaveLength(1);
    const event = { type: "a.b", data: {}, application: "leaving" };
    expect((await tenant.request("POST", "/events", event)).status).toBe(422);
    expect((await create({ name: "Back", uid: "leaving" })).status).toBe(201);
  });

  test("an endpoint created at the same moment goes too, or finds no application", async () => {
    for (let round = 0; round < 5; round += 1) {
      await create({ name: "Brief", uid: "brief" });
      const body = { url: "http://127.0.0.1:9/", application: "brief" };
      const [endpoint] = await Promise.all([
        tenant.request("POST", "/endpoints", body),
        tenant.request("DELETE", "/applications/brief"),
      ]);
      if (endpoint.status === 201)
        expect((await tenant.request("GET", `/endpoints/${endpoint.body.id}`)).status).toBe(404);
      else expect(endpoint.status).toBe(404);
    }
  });

  test("the default application stays", async () => {
    expect((await tenant.request("DELETE", "/applications/default")).status).toBe(409);
    expect((await tenant.request("GET", "/applications/default")).status).toBe(200);
  });
});

test("a list is searched by name and uid", async () => {
  await create({ name: "Hooli Inc", uid: "customer-77" });
  for (const q of ["hooli", "CUSTOMER-77"]) {
    expect((await tenant.request("GET", `/applications?q=${q}`)).body.data).toMatchObject([
      { name: "Hooli Inc" },
    ]);
  }
});

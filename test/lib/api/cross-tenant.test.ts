import { beforeAll, describe, expect, test } from "vitest";
import { pool, prisma } from "#lib/db.ts";
import { enqueueEmail } from "#lib/emails/enqueue.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { operations } from "#test/support/api.ts";
import { insertMember } from "#test/support/people.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

/** Objects of the victim by what stands for them in a path, and a body that would otherwise be valid. */
const rows: Record<string, { object: keyof Objects; body?: object }> = {
  testEndpoint: { object: "endpoint", body: {} },
  getEvent: { object: "event" },
  replayEvent: { object: "event", body: {} },
  getDelivery: { object: "delivery" },
  retryDelivery: { object: "delivery" },
  cancelDelivery: { object: "delivery" },
  getAttempt: { object: "attempt" },
  getEndpoint: { object: "endpoint" },
  updateEndpoint: { object: "endpoint", body: { description: "mine now" } },
  removeEndpoint: { object: "endpoint" },
  getEndpointSecret: { object: "endpoint" },
  rotateEndpointSecret: { object: "endpoint", body: {} },
  expirePreviousSecrets: { object: "endpoint" },
  getApplication: { object: "application" },
  updateApplication: { object: "application", body: { name: "mine now" } },
  removeApplication: { object: "application" },
  getEventType: { object: "eventType" },
  updateEventType: { object: "eventType", body: { description: "mine now" } },
  removeEventType: { object: "eventType" },
  getEndpointStats: { object: "endpoint" },
  getApiKey: { object: "apiKey" },
  updateApiKey: { object: "apiKey", body: { name: "mine now" } },
  removeApiKey: { object: "apiKey" },
  getMember: { object: "member" },
  updateMember: { object: "member", body: { role: "viewer" } },
  removeMember: { object: "member" },
  getInvitation: { object: "invitation" },
  resendInvitation: { object: "invitation" },
  removeInvitation: { object: "invitation" },
  getEmail: { object: "email" },
};

type Objects = Awaited<ReturnType<typeof makeObjects>>;
let victim: TestTenant;
let objects: Objects;
let asAttacker: Requester;
let before: string;
beforeAll(async () => {
  victim = await createTenantForTest();
  objects = await makeObjects(victim);
  asAttacker = await (await createTenantForTest()).withRole("owner");
  before = await stateOf(victim);
});

async function makeObjects(tenant: TestTenant) {
  const owner = await tenant.withRole("owner");
  const create = async (path: string, body: object) => (await owner("POST", path, body)).body;
  const application = (await create("/applications", { name: "Secret customer", uid: "secret-customer" })).id;
  const endpoint = (await create("/endpoints", { url: "http://127.0.0.1:9/", application })).id;
  const event = (await create("/events", { type: "a.b", data: {}, application })).id;
  const [delivery] = (await owner("GET", `/deliveries?event=${event}`)).body.data;
  await create("/event-types", { name: "victim.only" });
  const email = { tenantId: tenant.tenantId, recipient: "a@b.c", subject: "x", text: "y" };
  await prisma().$transaction((tx) => enqueueEmail(tx, email));
  return {
    application,
    endpoint,
    event,
    delivery: delivery?.id ?? "",
    attempt: await insertAttempt(tenant),
    eventType: "victim.only",
    apiKey: (await create("/api-keys", { name: "k" })).id,
    member: (await insertMember(tenant.tenantId, "developer")).publicId,
    invitation: (await create("/invitations", { email: "guest@example.com", role: "viewer" })).id,
    email: (await owner("GET", "/emails")).body.data[0]?.id ?? "",
  };
}

async function insertAttempt({ tenantId }: TestTenant): Promise<string> {
  const id = newId();
  await pool().query(
    `INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, total_ms, started_at)
     SELECT $1, tenant_id, id, endpoint_id, 1, 'http://127.0.0.1:9/', '[]', 1, now() FROM deliveries WHERE tenant_id = $2`,
    [id, tenantId],
  );
  return toPublicId("attempt", id);
}

/** Everything of a tenant that somebody else might have changed. */
async function stateOf({ tenantId }: TestTenant): Promise<string> {
  const tables = [
    "applications",
    "endpoints",
    "deliveries",
    "event_types",
    "members",
    "invitations",
    "audit_entries",
  ];
  const states = await Promise.all(
    tables.map((table) =>
      pool().query(
        `SELECT string_agg(r::text, ',' ORDER BY r::text) AS all FROM "${table}" r WHERE tenant_id = $1`,
        [tenantId],
      ),
    ),
  );
  const secrets = await pool().query("SELECT string_agg(s::text, ',' ORDER BY id) FROM endpoint_secrets s");
  return JSON.stringify([...states.map(({ rows: [row] }) => row), secrets.rows]);
}

describe("another tenant's object is 404, as a missing one", () => {
  const named = operations.filter(({ params }) => params);

  test("every route with an object in its path stands in the table", () => {
    expect(Object.keys(rows).sort()).toEqual(named.map(({ id }) => id).sort());
  });

  for (const operation of named) {
    test(`${operation.method.toUpperCase()} ${operation.path}`, async () => {
      const row = rows[operation.id];
      if (!row) throw new Error(`${operation.id} has no row`);
      const path = operation.path.replace(/\{\w+\}/, objects[row.object]);
      const { status, body } = await asAttacker(operation.method.toUpperCase(), path, row.body);
      expect(status).toBe(404);
      expect(JSON.stringify(body)).not.toContain("victim");
    });
  }

  test("the owner finds each of them there", async () => {
    const owner = await victim.withRole("owner");
    for (const operation of named.filter(({ method }) => method === "get")) {
      const path = operation.path.replace(/\{\w+\}/, objects[rows[operation.id]?.object ?? "event"]);
      expect([path, (await owner("GET", path)).status]).toEqual([path, 200]);
    }
    before = await stateOf(victim);
  });
});

describe("another tenant's object elsewhere", () => {
  test("in a body", async () => {
    const endpoint = { url: "http://127.0.0.1:9/", application: objects.application };
    expect((await asAttacker("POST", "/endpoints", endpoint)).status).toBe(404);
    const event = { type: "a.b", data: {}, application: objects.application };
    expect((await asAttacker("POST", "/events", event)).status).toBe(422);
    const own = (await asAttacker("POST", "/events", { type: "a.b", data: {} })).body.id;
    const replay = { endpoints: [objects.endpoint] };
    expect((await asAttacker("POST", `/events/${own}/replay`, replay)).status).toBe(404);
  });

  test.each([
    () => `/deliveries?event=${objects.event}`,
    () => `/deliveries?endpoint=${objects.endpoint}`,
    () => `/deliveries?application=${objects.application}`,
    () => `/deliveries?q=${objects.delivery}`,
    () => `/events?application=secret-customer`,
    () => `/events?q=${objects.event}`,
    () => `/endpoints?application=${objects.application}`,
    () => `/endpoints?q=${objects.endpoint}`,
    () => `/stats/endpoints?ids=${objects.endpoint}`,
    () => `/audit-log?q=${objects.endpoint}`,
  ])("in a filter finds nothing (%#)", async (path) => {
    const { status, body } = await asAttacker("GET", path());
    if (status === 200) expect(body.data).toEqual([]);
    else expect(status).toBe(404);
  });

  test("in a cursor", async () => {
    const { body } = await victim.request("GET", "/deliveries?limit=1");
    await victim.request("POST", "/events", { type: "a.b", data: {}, application: objects.application });
    const { nextCursor } = (await victim.request("GET", "/deliveries?limit=1")).body;
    expect(body.data).toHaveLength(1);
    const refused = await asAttacker("GET", `/deliveries?cursor=${nextCursor}`);
    expect([refused.status, refused.body.code]).toEqual([400, "invalid_cursor"]);
    before = await stateOf(victim);
  });

  test("in the tenant header", async () => {
    const header = { "posthorn-tenant": victim.publicId };
    expect((await asAttacker("GET", "/endpoints", undefined, header)).status).toBe(403);
  });
});

test("after all of that nothing of the victim has changed", async () => {
  expect(await stateOf(victim)).toBe(before);
});

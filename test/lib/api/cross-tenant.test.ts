import { beforeAll, describe, expect, test } from "vitest";
import type { DeliveryHistogram, EventHistogram } from "#lib/contracts/histogram.ts";
import { pool } from "#lib/db.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { describedOperations } from "#test/support/api-document.ts";
import { lastHour } from "#test/support/replay-rows.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";
import { makeObjects, missing, nounOf, type Objects, searchesFor } from "./objects.ts";

/** Objects of the victim by what stands for them in a path, and a body that would otherwise be valid. */
const rows: Record<string, { object: keyof Objects; body?: object }> = {
  testEndpoint: { object: "endpoint", body: {} },
  getEvent: { object: "event" },
  replayEvent: { object: "event", body: {} },
  getDelivery: { object: "delivery" },
  retryDelivery: { object: "delivery" },
  cancelDelivery: { object: "delivery" },
  getAttempt: { object: "attempt" },
  getSignedRequest: { object: "delivery" },
  getReplay: { object: "replay" },
  pauseReplay: { object: "replay" },
  resumeReplay: { object: "replay" },
  cancelReplay: { object: "replay" },
  getEndpoint: { object: "endpoint" },
  updateEndpoint: { object: "endpoint", body: { description: "mine now" } },
  removeEndpoint: { object: "endpoint" },
  getEndpointSecret: { object: "endpoint" },
  rotateEndpointSecret: { object: "endpoint", body: {} },
  expirePreviousSecrets: { object: "endpoint" },
  getApplication: { object: "application" },
  updateApplication: { object: "application", body: { name: "mine now" } },
  removeApplication: { object: "application" },
  createPortalLink: { object: "application", body: {} },
  listPortalSessions: { object: "application" },
  revokePortalSessions: { object: "application" },
  revokePortalSession: { object: "portalSession" },
  getEventType: { object: "eventType" },
  listEventTypeVersions: { object: "eventType" },
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
  getInboxRequest: { object: "inboxRequest" },
  getView: { object: "view" },
  updateView: { object: "view", body: { name: "mine now" } },
  removeView: { object: "view" },
};

/** Bodies that would be taken, for operations whose body names other objects. */
const bodies: Record<string, Record<string, unknown>> = {
  createEvent: { type: "a.b", data: {} },
  createEndpoint: { url: "http://127.0.0.1:9/" },
  replayEvent: {},
  createReplay: lastHour(),
  retryDeliveries: {},
  cancelDeliveries: {},
};
/** They answer for each that is named by itself. */
const answeringEach = ["retryDeliveries", "cancelDeliveries"];

let victim: TestTenant;
let objects: Objects;
let own: Objects;
let asVictim: Requester;
let asAttacker: Requester;
let before: string;
beforeAll(async () => {
  victim = await createTenantForTest();
  asVictim = await victim.withRole("owner");
  objects = await makeObjects(victim, "victim");
  const attacker = await createTenantForTest();
  asAttacker = await attacker.withRole("owner");
  own = await makeObjects(attacker, "attacker");
  before = await stateOf(victim);
});

/** Every row of a tenant, whatever the table. */
async function stateOf({ tenantId }: TestTenant): Promise<string> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND attname = 'tenant_id' ORDER BY 1`,
  );
  const ofTenant = tables.map(({ name }) => `SELECT * FROM "${name}" WHERE tenant_id = $1`);
  const ofEndpoints = ["endpoint_secrets", "endpoint_subscriptions", "endpoint_health"].map(
    (name) => `SELECT * FROM ${name} WHERE endpoint_id IN (SELECT id FROM endpoints WHERE tenant_id = $1)`,
  );
  const texts = [...ofTenant, ...ofEndpoints].map(async (statement) => {
    const all = `SELECT string_agg(r::text, ',' ORDER BY r::text) AS text FROM (${statement}) r`;
    return (await pool().query<{ text: string }>(all, [tenantId])).rows[0]?.text;
  });
  return JSON.stringify(await Promise.all(texts));
}

type Asked = { method: string; path: string; body?: unknown };

/** Asks the attacker's question about something of the victim's and about something that nobody has: two answers the same, byte for byte. */
async function expectAlike(ask: (name: string) => Asked, foreign: string, nobodys: string) {
  const answerTo = async (name: string) => {
    const { method, path, body } = ask(name);
    const answered = await asAttacker(method, path, body, { "x-request-id": "same" });
    const { status, headers } = answered;
    const text = JSON.stringify(answered.body).replaceAll(name, "NAME");
    return { status, headers: [...headers], text };
  };
  const answer = await answerTo(foreign);
  expect(answer).toEqual(await answerTo(nobodys));
  expect(answer.text).not.toContain("victim");
  return answer;
}

/** A list is empty, and counts are of nothing. */
function expectNothing(text: string) {
  const { data, buckets = [] } = JSON.parse(text) as {
    data?: unknown[];
    buckets?: (DeliveryHistogram | EventHistogram)["buckets"];
  };
  const filled = buckets.filter((bucket) =>
    Object.values(bucket).some((value) => typeof value === "number" && value > 0),
  );
  expect(data ?? filled).toEqual([]);
}

describe("another tenant's object is 404, as a missing one, byte for byte", () => {
  const named = describedOperations.filter(({ path }) => path.includes("{"));

  test("every route with an object in its path stands in the table", () => {
    expect(Object.keys(rows).sort()).toEqual(named.map(({ operationId }) => operationId).sort());
  });

  test.each(named)("$method $path", async ({ operationId, method, path }) => {
    const row = rows[operationId];
    if (!row) throw new Error(`${operationId} has no row`);
    const names = row.object === "application" ? (["application", "uid"] as const) : ([row.object] as const);
    for (const name of names) {
      const ask = (id: string) => ({ method, path: path.replace(/\{\w+\}/, id), body: row.body });
      expect((await expectAlike(ask, objects[name], missing[name])).status).toBe(404);
    }
  });

  test("the owner finds each of them there", async () => {
    for (const { operationId, path } of named.filter(({ method }) => method === "GET")) {
      const found = path.replace(/\{\w+\}/, objects[rows[operationId]?.object ?? "event"]);
      expect([found, (await asVictim("GET", found)).status]).toEqual([found, 200]);
    }
    before = await stateOf(victim);
  });
});

describe("another tenant's object in a body is as a missing one", () => {
  const references = describedOperations.flatMap(({ operationId, method, path, body }) =>
    Object.entries(body?.properties ?? {}).flatMap(([field, schema]) => {
      const noun = nounOf(schema);
      const isList = schema.type === "array";
      return noun && noun !== "any" ? [{ operationId, method, path, field, noun, isList }] : [];
    }),
  );

  test("every operation with a reference in its body stands in the table", () => {
    const ids = new Set(references.map(({ operationId }) => operationId));
    expect(Object.keys(bodies).sort()).toEqual([...ids].sort());
  });

  test.each(references)(
    "$operationId: $field",
    async ({ operationId, method, path, field, noun, isList }) => {
      const place = path.replace(/\{\w+\}/, own[rows[operationId]?.object ?? "event"]);
      for (const name of noun === "application" ? (["application", "uid"] as const) : ([noun] as const)) {
        const ask = (id: string) => ({
          method,
          path: place,
          body: { ...bodies[operationId], [field]: isList ? [id] : id },
        });
        const { status, text } = await expectAlike(ask, objects[name], missing[name]);
        if (answeringEach.includes(operationId)) expect(text).toContain('"not_found"');
        else expect([404, 422]).toContain(status);
      }
    },
  );

  test("an event of a batch", async () => {
    const ask = (application: string) => ({
      method: "POST",
      path: "/events/batch",
      body: { events: [{ type: "a.b", data: {}, application }] },
    });
    expect((await expectAlike(ask, objects.uid, missing.uid)).text).toContain('"error"');
  });
});

describe("another tenant's object in a query finds what a missing one does", () => {
  const filters = describedOperations.flatMap(({ operationId, method, path, parameters }) =>
    parameters
      .filter((parameter) => parameter.in === "query" && parameter.name !== "cursor")
      .flatMap(({ name, schema }) => {
        const noun = nounOf(schema);
        return noun ? [{ operationId, method, path, name, noun }] : [];
      }),
  );
  test.each(filters)("$operationId: $name", async ({ operationId, method, path, name, noun }) => {
    const place = path.replace(/\{\w+\}/, own[rows[operationId]?.object ?? "event"]);
    const ask = (value: string) => ({ method, path: `${place}?${name}=${encodeURIComponent(value)}` });
    if (noun !== "any") return void (await expectAlike(ask, objects[noun], missing[noun]));
    const nobodys = searchesFor(missing, "nobodys");
    for (const [n, foreign] of searchesFor(objects, "victim").entries()) {
      const { status, text } = await expectAlike(ask, foreign, nobodys[n] ?? "");
      if (status === 200) expectNothing(text);
    }
  });

  const lists = describedOperations.filter(({ parameters }) =>
    parameters.some(({ name }) => name === "cursor"),
  );

  test.each(lists)("$operationId: cursor", async ({ operationId, method, path }) => {
    const at = (all: Objects) => path.replace(/\{\w+\}/, all[rows[operationId]?.object ?? "event"]);
    const { nextCursor } = (await asVictim("GET", `${at(objects)}?limit=1`)).body;
    if (nextCursor === null) throw new Error(`the victim has no second page of ${path}: make two`);
    const ask = (cursor: string) => ({ method, path: `${at(own)}?cursor=${cursor}` });
    const { status, text } = await expectAlike(ask, nextCursor, "bm9ib2R5cyBjdXJzb3I");
    expect([status, text]).toEqual([400, expect.stringContaining('"invalid_cursor"')]);
  });
});

const unnamed = describedOperations.filter(({ method, path }) => method === "GET" && !path.includes("{"));

test.each(unnamed)("$method $path holds nothing of another tenant", async ({ path }) => {
  const text = JSON.stringify((await asAttacker("GET", path)).body);
  for (const name of searchesFor(objects, "victim")) expect(text).not.toContain(name);
});

test("another tenant in the tenant header is as one that does not exist", async () => {
  const answers = [victim.publicId, toPublicId("tenant", newId())].map(async (tenant) => {
    const headers = { "posthorn-tenant": tenant, "x-request-id": "same" };
    const { status, headers: sent, body } = await asAttacker("GET", "/endpoints", undefined, headers);
    return { status, sent: [...sent], body };
  });
  const [foreign, nobodys] = await Promise.all(answers);
  expect(foreign).toEqual(nobodys);
  expect(foreign?.status).toBe(403);
});

test("after all of that nothing of the victim has changed", async () => {
  expect(await stateOf(victim)).toBe(before);
});

import { beforeAll, describe, expect, test } from "vitest";
import { type PortalPermission, portalPermissions } from "#lib/contracts/portal.ts";
import { pool } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { describedOperations } from "#test/support/api-document.ts";
import { withPortal } from "#test/support/portal.ts";
import { lastHour } from "#test/support/replay-rows.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";
import { makeObjects, missing, nounOf, type Objects } from "./objects.ts";

/** What a portal session reaches, and what its link must allow for it; written out by hand. Everything else is 403. */
const reachable: Record<string, "read" | PortalPermission> = {
  testEndpoint: "deliveries:resend",
  listEvents: "read",
  getEventHistogram: "read",
  exportEvents: "read",
  getEvent: "read",
  replayEvent: "deliveries:resend",
  listDeliveries: "read",
  getDeliveryHistogram: "read",
  exportDeliveries: "read",
  getDelivery: "read",
  retryDelivery: "deliveries:resend",
  cancelDelivery: "deliveries:resend",
  retryDeliveries: "deliveries:resend",
  cancelDeliveries: "deliveries:resend",
  getAttempt: "read",
  getSignedRequest: "deliveries:resend",
  createReplay: "deliveries:resend",
  listReplays: "read",
  getReplay: "read",
  pauseReplay: "deliveries:resend",
  resumeReplay: "deliveries:resend",
  cancelReplay: "deliveries:resend",
  createEndpoint: "endpoints:write",
  listEndpoints: "read",
  getEndpoint: "read",
  updateEndpoint: "endpoints:write",
  removeEndpoint: "endpoints:write",
  getEndpointSecret: "secrets:manage",
  rotateEndpointSecret: "secrets:manage",
  expirePreviousSecrets: "secrets:manage",
  listEventTypes: "read",
  getEventType: "read",
  getEndpointStats: "read",
  listEndpointStats: "read",
  followChanges: "read",
  getPortal: "read",
};
/** They would end or open what the other tests use. */
const elsewhere = ["openPortalSession", "closePortalSession"];

let tenant: TestTenant;
let own: Objects;
let siblings: Objects;
let asHolder: Requester;
const asReader = new Map<PortalPermission, Requester>();
beforeAll(async () => {
  tenant = await createTenantForTest();
  own = await makeObjects(tenant, "own");
  siblings = await makeObjects(tenant, "sibling");
  // The attempt that the objects come with is of the tenant's first delivery, whosever it is.
  const ofSibling = fromPublicId("delivery", siblings.delivery);
  await pool().query("UPDATE attempts SET delivery_id = $2 WHERE id = $1", [
    fromPublicId("attempt", siblings.attempt),
    ofSibling,
  ]);
  asHolder = await withPortal(tenant, { application: own.application, permissions: [...portalPermissions] });
  for (const missed of portalPermissions) {
    const permissions = portalPermissions.filter((permission) => permission !== missed);
    asReader.set(missed, await withPortal(tenant, { application: own.application, permissions }));
  }
});

const nouns: Record<string, keyof Objects> = {
  events: "event",
  deliveries: "delivery",
  attempts: "attempt",
  replays: "replay",
  endpoints: "endpoint",
  applications: "application",
  "event-types": "eventType",
  "api-keys": "apiKey",
  members: "member",
  invitations: "invitation",
  emails: "email",
  "portal-sessions": "portalSession",
  views: "view",
};
const placeIn = (path: string, objects: Objects) =>
  path.replace(/\{\w+\}/, () => objects[nouns[path.split("/")[1] ?? ""] ?? "event"]);

const operations = describedOperations.filter(({ operationId }) => !elsewhere.includes(operationId));

test("every operation that a portal session reaches stands in the table", () => {
  const known = new Set(describedOperations.map(({ operationId }) => operationId));
  expect(Object.keys(reachable).filter((id) => !known.has(id))).toEqual([]);
});

describe.each(operations)("$operationId", ({ operationId, method, path, body: taken }) => {
  // Bodies that no route takes, so that nothing happens where one may call.
  const body = taken ? { "not a field": true } : undefined;
  const needed = reachable[operationId];

  test(needed ? "is open to a portal session" : "is closed to a portal session", async () => {
    const place = placeIn(path, needed === "read" ? own : missing);
    const { status } = await asHolder(method, place, body);
    if (!needed) expect(status).toBe(403);
    else if (path === "/stats/endpoints") expect(status).toBe(403);
    else expect([401, 403, 405, 500]).not.toContain(status);
  });

  test.runIf(needed && needed !== "read")("needs its permission", async () => {
    const { status } =
      (await asReader.get(needed as PortalPermission)?.(method, placeIn(path, own), body)) ?? {};
    expect(status).toBe(403);
  });
});

describe("another application's object of the same tenant is 404, as a missing one, byte for byte", () => {
  const bodies: Record<string, object> = {
    createEndpoint: { url: "http://127.0.0.1:9/" },
    createReplay: lastHour(),
  };
  const open = operations.filter(
    ({ operationId, path }) => reachable[operationId] && !path.includes("{name}"),
  );
  const fields = open.flatMap(({ operationId, method, path, body, parameters }) => {
    const inPath = path.includes("{id}")
      ? [{ place: "path", field: "id", noun: nouns[path.split("/")[1] ?? ""] }]
      : [];
    const inQuery = parameters.flatMap(({ in: place, name, schema }) =>
      place === "query" ? [{ place: "query", field: name, noun: nounOf(schema) }] : [],
    );
    const inBody = Object.entries(body?.properties ?? {}).map(([field, schema]) => ({
      place: "body",
      field,
      noun: nounOf(schema),
    }));
    return [...inPath, ...inQuery, ...inBody].flatMap(({ place, field, noun }) =>
      noun && noun !== "any" && noun !== "eventType"
        ? [{ operationId, method, path, place, field, noun }]
        : [],
    );
  });

  test.each(fields)(
    "$operationId: $field in its $place",
    async ({ operationId, method, path, place, field, noun }) => {
      const names = noun === "application" ? (["application", "uid"] as const) : ([noun] as const);
      for (const name of names) {
        const answers = [siblings[name], missing[name]].map(async (value) => {
          const at = place === "path" ? path.replace("{id}", value) : placeIn(path, own);
          const given = field === "endpoints" || field === "ids" ? [value] : value;
          const ask = place === "query" ? `${at}?${field}=${value}` : at;
          const sent = method === "GET" || method === "DELETE" ? undefined : { ...bodies[operationId] };
          if (place === "body") Object.assign(sent ?? {}, { [field]: given });
          const { status, body } = await asHolder(method, ask, sent, { "x-request-id": "same" });
          return { status, text: JSON.stringify(body).replaceAll(value, "NAME") };
        });
        const [foreign, nobodys] = await Promise.all(answers);
        expect(foreign).toEqual(nobodys);
        expect(foreign?.status).toBe(404);
      }
    },
  );
});

describe("within its application", () => {
  test("lists hold what is its own and nothing else", async () => {
    for (const path of ["/endpoints", "/events", "/deliveries"]) {
      const { data, ...rest } = (await asHolder("GET", path)).body;
      expect(data.length).toBeGreaterThan(0);
      expect([
        path,
        new Set(data.map((item) => (item as unknown as { application: string }).application)),
      ]).toEqual([path, new Set([own.application])]);
      expect(rest.nextCursor).toBeNull();
    }
  });

  test("a search finds nothing of another application, by id nor by content", async () => {
    for (const q of [siblings.event, siblings.delivery, siblings.endpoint, "sibling-uid", "holder:sibling"]) {
      for (const path of ["/events", "/deliveries"]) {
        expect((await asHolder("GET", `${path}?q=${encodeURIComponent(q)}`)).body.data).toEqual([]);
      }
    }
  });

  test("an endpoint that it creates is the application's, and the log says that the portal did it", async () => {
    const created = await asHolder("POST", "/endpoints", { url: "http://127.0.0.1:9/by-portal" });
    expect([created.status, created.body.application]).toEqual([201, own.application]);
    const { body } = await (await tenant.withRole("owner"))(
      "GET",
      "/audit-log?action=endpoint.created&limit=1",
    );
    expect(body.data[0]).toMatchObject({ actor: { kind: "portal", label: "Portal of own customer" } });
  });

  test("a replay opens its own deliveries alone", async () => {
    const { status, body } = await asHolder("POST", "/replays", { ...lastHour(), status: ["failed"] });
    expect([status, body.scope]).toMatchObject([202, { application: own.application }]);
    expect((await asHolder("GET", `/replays/${body.id}`)).status).toBe(200);
  });

  test("the portal says where one is, and not what else there is", async () => {
    const { body } = await asHolder("GET", "/portal");
    expect(body).toMatchObject({
      application: { id: own.application, name: "own customer" },
      tenant: { name: "Acme" },
    });
    expect(JSON.stringify(body)).not.toContain(own.uid);
  });

  test("no answer names a member of the tenant", async () => {
    const { rows } = await pool().query<{ word: string }>(
      `SELECT unnest(ARRAY[users.email, users.name]) AS word
         FROM members JOIN users ON users.id = members.user_id WHERE members.tenant_id = $1`,
      [tenant.tenantId],
    );
    const words = rows.map(({ word }) => word).filter(Boolean);
    expect(words.filter((word) => word.includes("@")).length).toBeGreaterThan(0);
    const reads = operations.filter(({ operationId, method }) => method === "GET" && reachable[operationId]);
    const replay = await replayByMember();
    for (const { path } of reads) {
      const { body } = await asHolder("GET", placeIn(path, { ...own, replay }));
      const text = JSON.stringify(body ?? "");
      expect([path, words.filter((word) => text.includes(word))]).toEqual([path, []]);
    }
    const { body } = await asHolder("GET", `/replays/${replay}`);
    expect(body.startedBy).toMatchObject({ label: "The sender" });
  });

  test("to pause, resume and cancel a member's replay does not tell whose it is", async () => {
    const replay = await replayByMember();
    for (const deed of ["pause", "resume", "cancel"]) {
      const { status, body } = await asHolder("POST", `/replays/${replay}/${deed}`);
      expect([deed, status, body.startedBy]).toMatchObject([deed, 202, { label: "The sender" }]);
    }
  });
});

async function replayByMember(): Promise<string> {
  const asOwner = await tenant.withRole("owner");
  const scope = { ...lastHour(), status: ["failed"], application: own.application };
  const { body } = await asOwner("POST", "/replays", scope);
  return body.id;
}

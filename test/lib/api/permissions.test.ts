import { beforeAll, describe, expect, test } from "vitest";
import { createApi } from "#lib/api/app.ts";
import { type Role, roles, type Scope, scopes } from "#lib/contracts/permissions.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { callApi } from "#test/support/api.ts";
import { describedOperations } from "#test/support/api-document.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

/** For each operation the least role that may call it and the scopes that cover it, written out by hand. */
const matrix: Record<string, [least: Role, scopes: Scope[]]> = {
  createEvent: ["developer", ["events:write", "manage"]],
  createEventBatch: ["developer", ["events:write", "manage"]],
  testEndpoint: ["support", ["manage"]],
  listEvents: ["viewer", ["read", "manage"]],
  getEvent: ["viewer", ["read", "manage"]],
  getEventHistogram: ["viewer", ["read", "manage"]],
  replayEvent: ["support", ["manage"]],
  listDeliveries: ["viewer", ["read", "manage"]],
  getDeliveryHistogram: ["viewer", ["read", "manage"]],
  exportDeliveries: ["viewer", ["read", "manage"]],
  exportEvents: ["viewer", ["read", "manage"]],
  getDelivery: ["viewer", ["read", "manage"]],
  retryDelivery: ["support", ["manage"]],
  cancelDelivery: ["support", ["manage"]],
  retryDeliveries: ["support", ["manage"]],
  cancelDeliveries: ["support", ["manage"]],
  getAttempt: ["viewer", ["read", "manage"]],
  getSignedRequest: ["support", ["manage"]],
  createReplay: ["support", ["manage"]],
  listReplays: ["viewer", ["read", "manage"]],
  getReplay: ["viewer", ["read", "manage"]],
  pauseReplay: ["support", ["manage"]],
  resumeReplay: ["support", ["manage"]],
  cancelReplay: ["support", ["manage"]],
  createView: ["viewer", []],
  listViews: ["viewer", ["read", "manage"]],
  getView: ["viewer", ["read", "manage"]],
  updateView: ["viewer", []],
  removeView: ["viewer", []],
  createEndpoint: ["developer", ["manage"]],
  listEndpoints: ["viewer", ["read", "manage"]],
  getEndpoint: ["viewer", ["read", "manage"]],
  updateEndpoint: ["developer", ["manage"]],
  removeEndpoint: ["developer", ["manage"]],
  getEndpointSecret: ["developer", ["manage"]],
  rotateEndpointSecret: ["developer", ["manage"]],
  expirePreviousSecrets: ["developer", ["manage"]],
  createApplication: ["developer", ["manage"]],
  listApplications: ["viewer", ["read", "manage"]],
  getApplication: ["viewer", ["read", "manage"]],
  updateApplication: ["developer", ["manage"]],
  removeApplication: ["developer", ["manage"]],
  createPortalLink: ["developer", ["manage"]],
  listPortalSessions: ["viewer", ["read", "manage"]],
  revokePortalSessions: ["developer", ["manage"]],
  revokePortalSession: ["developer", ["manage"]],
  getPortalSettings: ["viewer", ["read", "manage"]],
  updatePortalSettings: ["admin", []],
  getCatalogueLink: ["viewer", ["read", "manage"]],
  createCatalogueLink: ["developer", ["manage"]],
  removeCatalogueLink: ["developer", ["manage"]],
  createEventType: ["developer", ["manage"]],
  listEventTypes: ["viewer", ["read", "manage"]],
  getEventType: ["viewer", ["read", "manage"]],
  importEventTypes: ["developer", ["manage"]],
  listEventTypeVersions: ["viewer", ["read", "manage"]],
  updateEventType: ["developer", ["manage"]],
  removeEventType: ["developer", ["manage"]],
  getStats: ["viewer", ["read", "manage"]],
  listEndpointStats: ["viewer", ["read", "manage"]],
  getEndpointStats: ["viewer", ["read", "manage"]],
  followChanges: ["viewer", ["read", "manage"]],
  listAlerts: ["viewer", ["read", "manage"]],
  getNotificationSettings: ["viewer", ["read", "manage"]],
  updateNotificationSettings: ["admin", []],
  sendTestAlert: ["admin", []],
  getInbox: ["viewer", ["read", "manage"]],
  updateInbox: ["developer", ["manage"]],
  renewInbox: ["developer", ["manage"]],
  listInboxRequests: ["viewer", ["read", "manage"]],
  getInboxRequest: ["viewer", ["read", "manage"]],
  clearInbox: ["developer", ["manage"]],
  getSampleData: ["viewer", ["read", "manage"]],
  loadSampleData: ["developer", ["manage"]],
  removeSampleData: ["developer", ["manage"]],
  createApiKey: ["developer", ["manage"]],
  listApiKeys: ["viewer", ["read", "manage"]],
  getApiKey: ["viewer", ["read", "manage"]],
  updateApiKey: ["developer", ["manage"]],
  removeApiKey: ["developer", ["manage"]],
  listMembers: ["viewer", ["read", "manage"]],
  getMember: ["viewer", ["read", "manage"]],
  updateMember: ["admin", []],
  removeMember: ["admin", []],
  leaveTenant: ["viewer", []],
  createInvitation: ["admin", []],
  listInvitations: ["admin", []],
  getInvitation: ["admin", []],
  resendInvitation: ["admin", []],
  removeInvitation: ["admin", []],
  getMe: ["viewer", ["events:write", "read", "manage"]],
  updateTenant: ["admin", []],
  listAuditLog: ["admin", []],
  exportAuditLog: ["admin", []],
  listEmails: ["owner", []],
  getEmail: ["owner", []],
};

/** Every set of scopes a key can have. */
const keys: Scope[][] = Array.from({ length: 2 ** scopes.length - 1 }, (_, set) =>
  scopes.filter((_, bit) => ((set + 1) >> bit) & 1),
);

let tenant: TestTenant;
const callers = new Map<string, Requester>();
beforeAll(async () => {
  tenant = await createTenantForTest();
  for (const role of roles) callers.set(role, await tenant.withRole(role));
  for (const set of keys) callers.set(set.join(" "), await tenant.withScopes(...set));
});

/** For holders of portal links and sessions alone; test/lib/api/portal.test.ts shows how. */
const ofThePortal = ["openPortalSession", "getPortal", "closePortalSession"];

test("every operation of the document stands in the matrix", () => {
  const described = describedOperations
    .map(({ operationId }) => operationId)
    .filter((id) => !ofThePortal.includes(id));
  expect(Object.keys(matrix).sort()).toEqual(described.sort());
});

test("nothing answers that the document does not describe, but what operators ask for", () => {
  const operators = ["/openapi.json", "/healthz", "/readyz", "/metrics"];
  const described = describedOperations.map(({ method, path }) => `${method} ${path}`);
  const answering = createApi()
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace("/api/v1", "").replaceAll(/:(\w+)/g, "{$1}")}`);
  expect([...new Set(answering)].sort()).toEqual(
    [...described, ...operators.map((path) => `GET ${path}`)].sort(),
  );
});

describe.each(describedOperations)(
  "$operationId",
  ({ operationId: id, method, path: pattern, body: taken }) => {
    const [least, covering]: [Role | undefined, Scope[]] = matrix[id] ?? [undefined, []];
    const path = pathOf(pattern);
    // Bodies that no route takes, so that nothing happens where one may call.
    const body = taken ? { "not a field": true } : undefined;

    test("nobody unknown gets in, nor does anybody of another tenant", async () => {
      expect((await callApi({ method, path, body })).status).toBe(401);
      const elsewhere = await (await createTenantForTest()).withRole("owner");
      const header = { "posthorn-tenant": tenant.publicId };
      expect((await elsewhere(method, path, body, header)).status).toBe(403);
    });

    test.each(roles)("as %s", async (role) => {
      // Who leaves is gone: each gets a member of their own.
      const call = id === "leaveTenant" ? await tenant.withRole(role) : callers.get(role);
      const isAllowed = least !== undefined && roles.indexOf(role) <= roles.indexOf(least);
      expectLetIn((await call?.(method, path, body))?.status, isAllowed);
    });

    test.each(keys.map((set) => [set.join(" "), set] as const))("with a key for %s", async (name, set) => {
      const isAllowed = set.some((scope) => covering.includes(scope));
      expectLetIn((await callers.get(name)?.(method, path, body))?.status, isAllowed);
    });
  },
);

function expectLetIn(status: number | undefined, isAllowed: boolean): void {
  if (isAllowed) expect([401, 403, 405, 500]).not.toContain(status);
  else expect(status).toBe(403);
}

function pathOf(pattern: string): string {
  const nouns = {
    events: "event",
    deliveries: "delivery",
    attempts: "attempt",
    replays: "replay",
    endpoints: "endpoint",
    applications: "application",
    "api-keys": "apiKey",
    members: "user",
    invitations: "invitation",
    emails: "email",
    "portal-sessions": "portalSession",
    views: "view",
  } as const;
  const noun = nouns[pattern.split("/")[1] as keyof typeof nouns];
  return pattern.replace("{name}", "no.such").replace("{id}", () => toPublicId(noun, newId()));
}

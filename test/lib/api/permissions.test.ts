import { beforeAll, describe, expect, test } from "vitest";
import { type Role, roles, type Scope, scopes } from "#lib/contracts/permissions.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { callApi, operations } from "#test/support/api.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

/** For each operation the least role that may call it and the scopes that cover it, written out by hand. */
const matrix: Record<string, [least: Role, scopes: Scope[]]> = {
  createEvent: ["developer", ["events:write", "manage"]],
  createEventBatch: ["developer", ["events:write", "manage"]],
  testEndpoint: ["support", ["manage"]],
  listEvents: ["viewer", ["read", "manage"]],
  getEvent: ["viewer", ["read", "manage"]],
  replayEvent: ["support", ["manage"]],
  listDeliveries: ["viewer", ["read", "manage"]],
  getDelivery: ["viewer", ["read", "manage"]],
  retryDelivery: ["support", ["manage"]],
  cancelDelivery: ["support", ["manage"]],
  getAttempt: ["viewer", ["read", "manage"]],
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
  createEventType: ["developer", ["manage"]],
  listEventTypes: ["viewer", ["read", "manage"]],
  getEventType: ["viewer", ["read", "manage"]],
  updateEventType: ["developer", ["manage"]],
  removeEventType: ["developer", ["manage"]],
  getStats: ["viewer", ["read", "manage"]],
  listEndpointStats: ["viewer", ["read", "manage"]],
  getEndpointStats: ["viewer", ["read", "manage"]],
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
  listEmails: ["owner", []],
  getEmail: ["owner", []],
};

let tenant: TestTenant;
const callers = new Map<string, Requester>();
beforeAll(async () => {
  tenant = await createTenantForTest();
  for (const role of roles) callers.set(role, await tenant.withRole(role));
  for (const scope of scopes) callers.set(scope, await tenant.withScopes(scope));
});

test("every route stands in the matrix", () => {
  expect(Object.keys(matrix).sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (id, operation) => {
  const [least, covering] = matrix[id] ?? ["owner", []];
  const allowed = new Set<string>([...roles.slice(0, roles.indexOf(least) + 1), ...covering]);
  const method = operation.method.toUpperCase();
  const path = pathOf(operation.path);
  // Bodies that no route takes, so that nothing happens where one may call.
  const body = operation.body ? { "not a field": true } : undefined;

  test("nobody unknown gets in", async () => {
    expect((await callApi({ method, path, body })).status).toBe(401);
  });

  test.each([...roles, ...scopes])("as %s", async (name) => {
    // Who leaves is gone: each gets a member of their own.
    const isRole = (roles as readonly string[]).includes(name);
    const call = id === "leaveTenant" && isRole ? await tenant.withRole(name as Role) : callers.get(name);
    const status = (await call?.(method, path, body))?.status;
    if (allowed.has(name)) expect([401, 403, 405, 500]).not.toContain(status);
    else expect(status).toBe(403);
  });
});

function pathOf(pattern: string): string {
  const nouns = {
    events: "event",
    deliveries: "delivery",
    attempts: "attempt",
    endpoints: "endpoint",
    applications: "application",
    "api-keys": "apiKey",
    members: "user",
    invitations: "invitation",
    emails: "email",
  } as const;
  const noun = nouns[pattern.split("/")[1] as keyof typeof nouns];
  return pattern.replace("{name}", "no.such").replace("{id}", () => toPublicId(noun, newId()));
}

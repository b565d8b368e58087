import { beforeAll, expect, test } from "vitest";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let asAdmin: Requester;
beforeAll(async () => {
  tenant = await createTenantForTest();
  asAdmin = await tenant.withRole("admin");
});

test("a tenant that never chose has owners and admins told of everything", async () => {
  expect((await asAdmin("GET", "/notification-settings")).body).toEqual({
    causes: ["endpoint.failing", "endpoint.disabled", "endpoint.recovered", "delivery.exhausted"],
    emailRoles: ["owner", "admin"],
    operationalApplication: null,
    failurePercent: 50,
    failureAttempts: 20,
    windowMinutes: 15,
    exhaustedCount: 1,
    slack: { host: null, lastSentAt: null, lastError: null },
  });
});

test("the application of another tenant cannot be made to receive alerts", async () => {
  const other = await createTenantForTest();
  const foreign = (await other.request("GET", "/applications")).body.data[0]?.id;
  const { status } = await asAdmin("PATCH", "/notification-settings", { operationalApplication: foreign });
  expect(status).toBe(404);
});

test.each(["http://169.254.169.254/latest", "ftp://example.com", "hooks.slack.com"])(
  "%s is refused as a webhook",
  async (slackUrl) => {
    const { status, body } = await asAdmin("PATCH", "/notification-settings", { slackUrl });
    expect([status, body]).toMatchObject([422, { errors: [{ path: "slackUrl" }] }]);
  },
);

test("a webhook's URL is never answered, nor in the audit log", async () => {
  const slackUrl = "http://127.0.0.1:9/services/secret-part";
  const set = await asAdmin("PATCH", "/notification-settings", { slackUrl });
  expect(set.body).toMatchObject({ slack: { host: "127.0.0.1:9" } });
  const audit = await asAdmin("GET", "/audit-log?action=notifications.updated");
  expect(audit.body).toMatchObject({ data: [{ details: { fields: ["slackUrl"] } }] });
  expect(JSON.stringify([set.body, audit.body])).not.toContain("secret-part");
  const removed = await asAdmin("PATCH", "/notification-settings", { slackUrl: null });
  expect(removed.body).toMatchObject({ slack: { host: null } });
});

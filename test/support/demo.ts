import type { Page } from "playwright-core";
import { pool, prisma } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { seedDemo } from "#prisma/seed/seed-demo.ts";

const password = "correct horse battery";

export type Demo = { slug: string; tenantId: string };

/** Fills the database with the demo tenant and its history. */
export async function createDemo(): Promise<Demo> {
  const { slug, tenantId } = await seedDemo({ events: 4_000, password, now: new Date() });
  return { slug, tenantId };
}

/** Signs the browser in as the demo tenant's owner. */
export async function signInToDemo(page: Page, appUrl: string): Promise<void> {
  await page.request.post("/api/auth/sign-in", {
    data: { email: "demo@posthorn.local", password },
    headers: { origin: appUrl },
  });
}

/** What stands in front of the dashboard, by the name of its screenshot. */
export const outsidePages: Record<string, string> = {
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "forgot-password": "/forgot-password",
  "invitation-over": "/invitations/nothing",
  "portal-over": "/portal/nothing",
};

/** Every page of the dashboard by the name of its screenshot. */
export async function demoPages({ slug, tenantId }: Demo): Promise<Record<string, string>> {
  const endpoint = await prisma().endpoint.findFirstOrThrow({
    where: { tenantId, state: "enabled" },
    orderBy: { id: "asc" },
  });
  const application = await prisma().application.findFirstOrThrow({ where: { tenantId, isDefault: false } });
  const replay = await prisma().replay.findFirstOrThrow({ where: { tenantId }, orderBy: { id: "desc" } });
  const failed = await newest(tenantId, "status = 'failed'");
  const retrying = await newest(tenantId, "status = 'retrying'");
  const endpointPath = `/${slug}/endpoints/${toPublicId("endpoint", endpoint.id)}`;
  const applicationPath = `/${slug}/applications/${toPublicId("application", application.id)}`;
  return {
    overview: `/${slug}`,
    "overview-30d": `/${slug}?range=30d`,
    endpoints: `/${slug}/endpoints`,
    "endpoint-new": `/${slug}/endpoints/new`,
    endpoint: endpointPath,
    "endpoint-deliveries": `${endpointPath}/deliveries`,
    "endpoint-test": `${endpointPath}/test`,
    "endpoint-settings": `${endpointPath}/settings`,
    events: `/${slug}/events`,
    event: `/${slug}/events/${toPublicId("event", failed.eventId)}`,
    deliveries: `/${slug}/deliveries`,
    "deliveries-no-match": `/${slug}/deliveries?q=nothing:here`,
    "delivery-failed": `/${slug}/deliveries/${toPublicId("delivery", failed.id)}`,
    "delivery-retrying": `/${slug}/deliveries/${toPublicId("delivery", retrying.id)}`,
    replays: `/${slug}/replays`,
    replay: `/${slug}/replays/${toPublicId("replay", replay.id)}`,
    "event-types": `/${slug}/event-types`,
    "event-type": `/${slug}/event-types/invoice.paid`,
    "event-type-new": `/${slug}/event-types/~new`,
    "event-type-edit": `/${slug}/event-types/invoice.paid/edit`,
    applications: `/${slug}/applications`,
    application: applicationPath,
    "application-portal": `${applicationPath}/portal`,
    "application-settings": `${applicationPath}/settings`,
    playground: `/${slug}/playground`,
    "api-keys": `/${slug}/developers`,
    quickstart: `/${slug}/developers/quickstart`,
    "settings-general": `/${slug}/settings`,
    "settings-members": `/${slug}/settings/members`,
    "settings-notifications": `/${slug}/settings/notifications`,
    "settings-portal": `/${slug}/settings/portal`,
    "settings-audit-log": `/${slug}/settings/audit-log`,
    "settings-mailbox": `/${slug}/settings/mailbox`,
    account: "/account",
    "new-tenant": "/new-tenant",
    "not-found": `/${slug}/nothing-here`,
    docs: "/docs",
    "docs-logs": "/docs/logs",
    "docs-replays": "/docs/replays",
    "docs-test-inbox": "/docs/test-inbox",
    "docs-catalogue": "/docs/catalogue",
    "docs-alerts": "/docs/alerts",
    "docs-stream": "/docs/stream",
    "docs-accounts": "/docs/accounts",
    "docs-verify": "/docs/verify",
    "docs-retries": "/docs/retries",
    "docs-api": "/docs/api",
  };
}

async function newest(tenantId: string, condition: string): Promise<{ id: string; eventId: string }> {
  const { rows } = await pool().query<{ id: string; eventId: string }>(
    `SELECT id, event_id AS "eventId" FROM deliveries WHERE tenant_id = $1 AND ${condition} ORDER BY id DESC LIMIT 1`,
    [tenantId],
  );
  if (!rows[0]) throw new Error(`the seed has no delivery with ${condition}`);
  return rows[0];
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { sendDueAlerts } from "#lib/alerts/send-due.ts";
import { sendTestAlert } from "#lib/alerts/send-test.ts";
import { getNotificationSettings } from "#lib/alerts/settings.ts";
import { updateNotificationSettings } from "#lib/alerts/update-settings.ts";
import { watchAlerts } from "#lib/alerts/watch.ts";
import { createApplication } from "#lib/applications/create.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { createSender, type Sender } from "#lib/delivery/send.ts";
import { egressPolicy } from "#lib/egress-policy.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";

let worker: RunningWorker;
let sender: Sender;
beforeAll(async () => {
  worker = await runWorker();
  sender = createSender({ policy: egressPolicy(), maxResponseBytes: 1_024, idleMs: 1_000 });
});
afterAll(async () => {
  await sender.close();
  await worker.stop();
  await closeDatabases();
});

async function withOperationalApplication(url: string) {
  const tenant = await insertTenant();
  const { id } = await createApplication(tenant.ctx, { name: "Operations" });
  await updateNotificationSettings(tenant.ctx, { operationalApplication: id });
  const applicationId = fromPublicId("application", id) ?? "";
  const { id: endpointId } = await insertEndpoint(tenant, { url, applicationId, retrySchedule: [3_600] });
  return { tenant, endpointId };
}

const trip = (endpointId: string) =>
  pool().query(
    "UPDATE endpoint_health SET open_until = now() + interval '1 min', failing_since = now() WHERE endpoint_id = $1",
    [endpointId],
  );

const alertsOf = ({ tenantId }: TenantRows) => prisma().alert.findMany({ where: { tenantId } });

test("a receiver that answers 410 is told of as an event of our own, signed and delivered like any other", async () => {
  await using receiver = await createReceiver();
  await using gone = await createReceiver(() => ({ status: 410 }));
  const { tenant } = await withOperationalApplication(receiver.url);
  const endpoint = await insertEndpoint(tenant, { url: gone.url });
  const body = { type: "invoice.paid", data: {} };
  await acceptEvent(tenant.ctx, { body, text: JSON.stringify(body) });
  await waitFor("the endpoint to be disabled", async () => {
    const row = await prisma().endpoint.findUnique({ where: { id: endpoint.id } });
    return row?.state === "disabled";
  });
  await watchAlerts();
  await sendDueAlerts(sender);
  await receiver.waitFor(1);
  const event = JSON.parse(receiver.requests[0]?.body.toString() ?? "");
  expect(event).toMatchObject({ type: "endpoint.disabled", data: { endpoint: { url: gone.url }, count: 1 } });
  expect(event.data.link).toContain(event.data.endpoint.id);
});

test("an endpoint that receives alerts raises none about itself", async () => {
  const { tenant, endpointId } = await withOperationalApplication("http://127.0.0.1:9/closed");
  await trip(endpointId);
  await watchAlerts();
  expect(await alertsOf(tenant)).toMatchObject([{ cause: "endpoint.failing", event: "off" }]);
  await sendDueAlerts(sender);
  expect(await prisma().event.count({ where: { tenantId: tenant.tenantId } })).toBe(0);
});

test("Slack gets text that mentions nobody, tried again while it refuses; the URL is kept sealed", async () => {
  await using slack = await createReceiver((_request, call) => ({ status: call === 1 ? 500 : 200 }));
  const tenant = await insertTenant();
  const { slack: shown } = await updateNotificationSettings(tenant.ctx, { slackUrl: slack.url });
  expect(shown.host).toBe(new URL(slack.url).host);
  await sendTestAlert({ ...tenant.ctx, actor: { kind: "system", id: null, label: "<!channel>" } });
  await sendDueAlerts(sender);
  expect(await alertsOf(tenant)).toMatchObject([{ slack: "queued", tries: 1, event: "off" }]);
  expect((await getNotificationSettings(tenant.ctx)).slack.lastError).toContain("500");
  // As after a worker that was killed while it sent: whoever looks next takes it again.
  await pool().query("UPDATE alerts SET next_try_at = now() - interval '1 s' WHERE tenant_id = $1", [
    tenant.tenantId,
  ]);
  await sendDueAlerts(sender);
  expect(await alertsOf(tenant)).toMatchObject([{ slack: "sent", tries: 2 }]);
  await sendDueAlerts(sender);
  expect(slack.requests).toHaveLength(2);
  const { text } = JSON.parse(slack.requests[1]?.body.toString() ?? "");
  expect(text).toContain("&lt;!channel&gt; asked for it");
  expect(await getNotificationSettings(tenant.ctx)).toMatchObject({ slack: { lastError: null } });
});

test("an alert that its receiver refuses is taken again when it is due, and given up after five tries", async () => {
  await using slack = await createReceiver(() => ({ status: 500 }));
  const tenant = await insertTenant();
  await updateNotificationSettings(tenant.ctx, { slackUrl: slack.url });
  await sendTestAlert(tenant.ctx);
  for (let tries = 1; tries <= 6; tries += 1) {
    await sendDueAlerts(sender);
    await pool().query("UPDATE alerts SET next_try_at = now() - interval '1 s' WHERE tenant_id = $1", [
      tenant.tenantId,
    ]);
  }
  expect(await alertsOf(tenant)).toMatchObject([{ slack: "failed", tries: 5 }]);
  expect(slack.requests).toHaveLength(5);
});

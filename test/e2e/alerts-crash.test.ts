import { afterAll, expect, test } from "vitest";
import { updateNotificationSettings } from "#lib/alerts/update-settings.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { startWorker } from "#test/support/app-server.ts";
import { newAddress } from "#test/support/people.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";
import { createSmtpServer } from "#test/support/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";

const patient = { timeoutMs: 60_000 };

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

test("an alert whose worker is killed while it sends still reaches Slack and the mailbox, and is raised once", async () => {
  await using slack = await createReceiver();
  const mail = await createSmtpServer();
  const { tenant, recipient } = await tenantToTell(slack.url);
  slack.answerNext({ hang: true });
  // The mail server has taken it, but its answer never comes: sent or not, the worker cannot know.
  mail.answers.push("");

  const doomed = startWorker({ env: { SMTP_URL: mail.url } });
  await slack.waitFor(1, patient.timeoutMs);
  await waitFor("the mail server to have it", () => mail.messages.length > 0, patient);
  await doomed.kill("SIGKILL");
  expect(await alertsOf(tenant)).toMatchObject([{ cause: "endpoint.failing", slack: "queued" }]);
  await aMinutePasses(tenant);

  const worker = startWorker({ env: { SMTP_URL: mail.url } });
  await waitFor("the alert to be sent", async () => (await alertsOf(tenant))[0]?.slack === "sent", patient);
  await waitFor("the e-mail to be sent", () => isMailed(recipient), patient);
  await worker.stop();
  await mail.close();

  expect(await alertsOf(tenant)).toHaveLength(1);
  expect(slack.requests).toHaveLength(2);
  expect(mail.messages).toHaveLength(2);
  expect(new Set(mail.messages.map(messageIdOf)).size).toBe(1);
  expect(mail.messages[1]).toContain(`To: ${recipient}`);
  expect(mail.messages[1]).toContain("Subject: Endpoint failing");
});

/** One owner, a webhook for Slack, and an endpoint whose circuit breaker has just opened. */
async function tenantToTell(slackUrl: string) {
  const tenant = await insertTenant();
  const recipient = newAddress();
  const user = { id: newId(), email: recipient, name: "Owner" };
  await prisma().member.create({
    data: { role: "owner", tenant: { connect: { id: tenant.tenantId } }, user: { create: user } },
  });
  await updateNotificationSettings(tenant.ctx, { slackUrl });
  const endpoint = await insertEndpoint(tenant);
  await pool().query(
    "UPDATE endpoint_health SET open_until = now() + interval '1 h', failing_since = now() WHERE endpoint_id = $1",
    [endpoint.id],
  );
  return { tenant, recipient };
}

const alertsOf = ({ tenantId }: TenantRows) => prisma().alert.findMany({ where: { tenantId } });

async function isMailed(recipient: string): Promise<boolean> {
  return (await prisma().email.findFirstOrThrow({ where: { recipient } })).status === "sent";
}

/** What the dead worker had taken is taken again: the alert when its minute is over, the e-mail by the sweep after one. */
async function aMinutePasses({ tenantId }: TenantRows): Promise<void> {
  for (const change of [
    "alerts SET next_try_at = now()",
    "emails SET created_at = created_at - interval '61 s'",
  ])
    await pool().query(`UPDATE ${change} WHERE tenant_id = $1`, [tenantId]);
}

function messageIdOf(message: string): string | undefined {
  return /^Message-ID: (.+)$/m.exec(message)?.[1];
}

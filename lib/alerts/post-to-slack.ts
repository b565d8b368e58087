import type { Alert as AlertRow } from "#prisma/generated/client.ts";
import { prisma } from "../db.ts";
import type { Sender } from "../delivery/send.ts";
import { describeAlert } from "./describe.ts";
import { openSlackUrl } from "./slack-url.ts";

const timeoutMs = 10_000;

/** Posts an alert to the tenant's incoming webhook through the guard of all deliveries; answers with what is wrong, or null. */
export async function postToSlack(alert: AlertRow, sender: Sender): Promise<string | null> {
  const { tenantId } = alert;
  const tenant = await prisma().tenant.findUnique({
    where: { id: tenantId },
    select: { slug: true, name: true, alertSettings: true },
  });
  const sealed = tenant?.alertSettings?.slackSealed;
  if (!tenant || !sealed) return "No webhook is set any more.";
  const { lines, link } = describeAlert(alert, tenant);
  const body = Buffer.from(JSON.stringify({ text: [...lines, link].map(escaped).join("\n") }));
  const { error } = await sender.send({
    lane: `alerts of ${tenantId}`,
    url: openSlackUrl(sealed, tenantId),
    headers: { "content-type": "application/json", "content-length": String(body.length) },
    body,
    timeoutMs,
  });
  const slackError = error?.message ?? null;
  await prisma().alertSettings.updateMany({
    where: { tenantId },
    data: { slackError, ...(slackError === null ? { slackSentAt: new Date() } : {}) },
  });
  return slackError;
}

/** Slack reads <…> as links and mentions. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

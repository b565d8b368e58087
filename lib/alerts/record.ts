import type { Alert as AlertRow } from "#prisma/generated/client.ts";
import type { AlertCause } from "../contracts/alerts.ts";
import type { Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { newId } from "../ids.ts";
import { describeAlert } from "./describe.ts";
import { findRecipients } from "./find-recipients.ts";

export type NewAlert = {
  tenantId: string;
  endpointId: string | null;
  cause: AlertCause | "test";
  reason: string;
  count: number;
};

/**
 * Writes an alert in the caller's transaction, with the e-mails of it and what is to go out by the other ways of the
 * tenant. An endpoint of the application that receives alerts as events raises none for it: it would feed itself.
 */
export async function recordAlert(tx: Transaction, alert: NewAlert): Promise<AlertRow> {
  const { tenantId, endpointId, cause } = alert;
  const tenant = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { slug: true, name: true, alertSettings: true },
  });
  const endpoint = endpointId === null ? null : await tx.endpoint.findUnique({ where: { id: endpointId } });
  const settings = tenant.alertSettings;
  const isWanted = cause === "test" || (settings?.causes.includes(cause) ?? true);
  const receiver = settings?.operationalApplicationId ?? null;
  const row = await tx.alert.create({
    data: {
      ...alert,
      id: newId(),
      url: endpoint?.url ?? null,
      slack: isWanted && settings?.slackSealed ? "queued" : "off",
      event: isWanted && receiver !== null && receiver !== endpoint?.applicationId ? "queued" : "off",
    },
  });
  if (isWanted) {
    const { subject, lines, link } = describeAlert(row, tenant);
    const text = [...lines, link].join("\n\n");
    for (const recipient of await findRecipients(tx, tenantId))
      await enqueueEmail(tx, { tenantId, recipient, subject, text });
  }
  return row;
}

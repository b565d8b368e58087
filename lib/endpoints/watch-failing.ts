import { findRecipients } from "../alerts/find-recipients.ts";
import { pool, prisma, type Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";
import { toPublicId } from "../ids.ts";
import { disableEndpoint } from "./disable.ts";

const warnings = [90, 50] as const;

type Failing = {
  id: string;
  tenantId: string;
  tenantName: string;
  slug: string;
  url: string;
  percent: number;
  lastFailure: string;
};

/**
 * Looks after endpoints that fail without one success: a warning at 50 % and at 90 % of POSTHORN_AUTO_DISABLE_HOURS,
 * disabled at the end of it. Each warning is sent once for each stretch of failure.
 */
export async function watchFailingEndpoints(): Promise<void> {
  const { autoDisableHours } = env();
  if (autoDisableHours === 0) return;
  const { rows } = await pool().query<Failing>(failingStatement, [autoDisableHours, warnings.at(-1)]);
  for (const endpoint of rows) {
    if (endpoint.percent >= 100) await disableEndpoint({ endpointId: endpoint.id, reason: "failing" });
    else await warn(endpoint);
  }
}

const failingStatement = `
  SELECT * FROM (
    SELECT endpoint.id, endpoint.tenant_id AS "tenantId", tenant.name AS "tenantName", tenant.slug, endpoint.url,
           health.last_failure AS "lastFailure", health.warned_percent,
           floor(100 * extract(epoch FROM now() - health.failing_since) / ($1::float8 * 3600))::int AS percent
      FROM endpoint_health health
      JOIN endpoints endpoint ON endpoint.id = health.endpoint_id
      JOIN tenants tenant ON tenant.id = endpoint.tenant_id
     WHERE health.failing_since IS NOT NULL AND endpoint.state = 'enabled' AND endpoint.deleted_at IS NULL) AS failing
   WHERE percent >= $2 AND (percent >= 100 OR warned_percent < CASE WHEN percent >= 90 THEN 90 ELSE 50 END)`;

async function warn(endpoint: Failing): Promise<void> {
  const percent = warnings.find((threshold) => endpoint.percent >= threshold) ?? warnings[1];
  const { autoDisableHours } = env();
  await prisma().$transaction(async (tx) => {
    const { count } = await tx.endpointHealth.updateMany({
      where: { endpointId: endpoint.id, warnedPercent: { lt: percent }, failingSince: { not: null } },
      data: { warnedPercent: percent },
    });
    if (count === 0) return;
    const hours = Math.max(1, Math.round(((100 - endpoint.percent) / 100) * autoDisableHours));
    await tellMembers(tx, {
      tenantId: endpoint.tenantId,
      subject: `Endpoint failing: ${endpoint.url}`,
      lines: [
        `No delivery to ${endpoint.url} of ${endpoint.tenantName} has succeeded for a while.`,
        `Last failure: ${endpoint.lastFailure}`,
        `If nothing succeeds within about ${hours} h we disable it and cancel what waits.`,
        `${env().url}/${endpoint.slug}/endpoints/${toPublicId("endpoint", endpoint.id)}`,
      ],
    });
  });
}

type Notice = { tenantId: string; subject: string; lines: string[] };

async function tellMembers(tx: Transaction, { tenantId, subject, lines }: Notice): Promise<void> {
  for (const recipient of await findRecipients(tx, tenantId)) {
    await enqueueEmail(tx, { tenantId, recipient, subject, text: lines.join("\n\n") });
  }
}

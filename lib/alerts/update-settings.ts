import { resolveApplication } from "../applications/resolve.ts";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { NotificationSettings, updateNotificationSettings as operation } from "../contracts/alerts.ts";
import type { Input } from "../contracts/operation.ts";
import { defined } from "../defined.ts";
import { checkTarget } from "../endpoints/check-target.ts";
import { invalid } from "../errors.ts";
import { toPublicId } from "../ids.ts";
import { toNotificationSettings } from "./settings.ts";
import { sealSlackUrl } from "./slack-url.ts";

type Changes = Input<typeof operation>["body"];

/** Changes what is given; null takes it back. Throws 422 for a webhook that egress policy blocks, or an unknown application. */
export function updateNotificationSettings(ctx: Context, changes: Changes): Promise<NotificationSettings> {
  const { slackUrl, operationalApplication, ...fields } = changes;
  return transaction(ctx, async (tx) => {
    const { tenantId } = ctx;
    const data = {
      ...defined(fields),
      ...(slackUrl === undefined ? {} : await slackColumns(slackUrl, tenantId)),
      ...(operationalApplication === undefined
        ? {}
        : { operationalApplicationId: await applicationOf({ ...ctx, tx }, operationalApplication) }),
    };
    const row = await tx.alertSettings.upsert({
      where: { tenantId },
      create: { tenantId, ...data },
      update: data,
      include: { tenant: { select: { name: true } } },
    });
    const target = { kind: "tenant", id: toPublicId("tenant", tenantId), label: row.tenant.name };
    const details = { fields: Object.keys(defined(changes)) };
    await recordAudit(ctx, tx, { action: "notifications.updated", target, details });
    return toNotificationSettings(row);
  });
}

async function slackColumns(slackUrl: string | null, tenantId: string) {
  const fresh = { slackSentAt: null, slackError: null };
  if (slackUrl === null) return { slackSealed: null, ...fresh };
  return { slackSealed: sealSlackUrl(await checkSlackUrl(slackUrl), tenantId), ...fresh };
}

/** The check of an endpoint's URL, told of this field. */
export async function checkSlackUrl(slackUrl: string): Promise<string> {
  try {
    return await checkTarget(slackUrl);
  } catch {
    throw invalid("slackUrl", "must be a full https URL that Posthorn may send to");
  }
}

async function applicationOf(ctx: Context, ref: string | null): Promise<string | null> {
  return ref === null ? null : (await resolveApplication(ctx, ref)).id;
}

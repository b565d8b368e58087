import type { AlertSettings } from "#prisma/generated/client.ts";
import { type Context, databaseOf } from "../context.ts";
import { alertCauses, type NotificationSettings } from "../contracts/alerts.ts";
import { roles } from "../contracts/permissions.ts";
import { toPublicId } from "../ids.ts";
import { openSlackUrl } from "./slack-url.ts";

/** Who is told when deliveries fail, and when; the defaults for a tenant that never chose. */
export async function getNotificationSettings(ctx: Context): Promise<NotificationSettings> {
  const where = { tenantId: ctx.tenantId };
  return toNotificationSettings(await databaseOf(ctx).alertSettings.findUnique({ where }));
}

/** The contract's shape of the stored settings. */
export function toNotificationSettings(row: AlertSettings | null): NotificationSettings {
  const application = row?.operationalApplicationId;
  return {
    causes: alertCauses.filter((cause) => row?.causes.includes(cause) ?? true),
    emailRoles: roles.filter((role) => (row?.emailRoles ?? ["owner", "admin"]).includes(role)),
    operationalApplication: application ? toPublicId("application", application) : null,
    failurePercent: row?.failurePercent ?? 50,
    failureAttempts: row?.failureAttempts ?? 20,
    windowMinutes: row?.windowMinutes ?? 15,
    exhaustedCount: row?.exhaustedCount ?? 1,
    slack: {
      host: row?.slackSealed ? new URL(openSlackUrl(row.slackSealed, row.tenantId)).host : null,
      lastSentAt: row?.slackSentAt?.toISOString() ?? null,
      lastError: row?.slackError ?? null,
    },
  };
}

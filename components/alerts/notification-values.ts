import { zodResolver } from "@hookform/resolvers/zod";
import type { z } from "zod";
import { sentenceOf } from "#lib/client/sentence.ts";
import { type NotificationSettings, updateNotificationSettings } from "#lib/contracts/alerts.ts";

const fields = updateNotificationSettings.body.omit({ slackUrl: true }).required();

export type NotificationValues = z.input<typeof fields>;

export const resolveNotifications = zodResolver(fields, { error: sentenceOf });

/** What the form holds of the settings. */
export function valuesOf({ slack: _, ...values }: NotificationSettings): NotificationValues {
  return values;
}

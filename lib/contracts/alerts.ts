import { z } from "zod";
import { listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import { roles } from "./permissions.ts";

export const alertCauses = [
  "endpoint.failing",
  "endpoint.disabled",
  "endpoint.recovered",
  "delivery.exhausted",
] as const;
export type AlertCause = (typeof alertCauses)[number];

export const alert = z
  .object({
    id: id("alert"),
    cause: z.enum([...alertCauses, "test"]),
    endpoint: z.object({ id: id("endpoint"), url: z.string() }).nullable(),
    reason: z.string(),
    count: z.int().meta({ description: "How often it happened since the alert before." }),
    slack: z.enum(["off", "queued", "sent", "failed"]),
    event: z.enum(["off", "queued", "sent", "failed"]),
    error: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: "Alert" });
export type Alert = z.infer<typeof alert>;

const settings = {
  causes: z.array(z.enum(alertCauses)).max(4).meta({ description: "What is told at all." }),
  emailRoles: z
    .array(z.enum(roles))
    .max(5)
    .meta({ description: "Members of these roles get e-mails; none when empty." }),
  operationalApplication: id("application")
    .nullable()
    .meta({ description: "The application whose endpoints receive alerts as events." }),
  failurePercent: z.int().min(1).max(100),
  failureAttempts: z.int().min(1).max(100_000),
  windowMinutes: z.int().min(5).max(60),
  exhaustedCount: z.int().min(1).max(100_000),
};

export const notificationSettings = z
  .object({
    ...settings,
    slack: z.object({
      host: z.string().nullable().meta({ description: "Of the webhook that is set; its URL is a secret." }),
      lastSentAt: timestamp.nullable(),
      lastError: z.string().nullable(),
    }),
  })
  .meta({ id: "NotificationSettings" });
export type NotificationSettings = z.infer<typeof notificationSettings>;

export const updateNotificationSettingsBody = z
  .strictObject({
    ...settings,
    slackUrl: z
      .string()
      .max(2_048)
      .nullable()
      .meta({ description: "An incoming webhook that takes what Slack's do; null takes it back." }),
  })
  .partial();

export const getNotificationSettings = operation({
  id: "getNotificationSettings",
  method: "get",
  path: "/notification-settings",
  tag: "Alerts",
  summary: "Get who is told when deliveries fail, and when",
  access: "read",
  answer: { status: 200, schema: notificationSettings },
});

export const updateNotificationSettings = operation({
  id: "updateNotificationSettings",
  method: "patch",
  path: "/notification-settings",
  tag: "Alerts",
  summary: "Change who is told when deliveries fail, and when",
  access: "tenant:manage",
  body: updateNotificationSettingsBody,
  answer: { status: 200, schema: notificationSettings },
});

export const sendTestAlert = operation({
  id: "sendTestAlert",
  method: "post",
  path: "/notification-settings/test",
  tag: "Alerts",
  summary: "Send a test alert by every way that is set",
  access: "tenant:manage",
  answer: { status: 202, schema: alert },
});

export const listAlerts = operation({
  id: "listAlerts",
  method: "get",
  path: "/alerts",
  tag: "Alerts",
  summary: "List alerts, newest first",
  access: "read",
  query: listQuery,
  answer: { status: 200, schema: page(alert) },
});

import { listAlerts } from "../../alerts/list.ts";
import { sendTestAlert } from "../../alerts/send-test.ts";
import { getNotificationSettings } from "../../alerts/settings.ts";
import { checkSlackUrl, updateNotificationSettings } from "../../alerts/update-settings.ts";
import * as alerts from "../../contracts/alerts.ts";
import { type Route, route } from "../route.ts";

export const alertRoutes: Route[] = [
  route(alerts.listAlerts, (ctx, { query }) => listAlerts(ctx, query)),
  route(alerts.getNotificationSettings, (ctx) => getNotificationSettings(ctx)),
  route(alerts.updateNotificationSettings, (ctx, { body }) => updateNotificationSettings(ctx, body), {
    before: async ({ body }) => body.slackUrl && checkSlackUrl(body.slackUrl),
  }),
  route(alerts.sendTestAlert, (ctx) => sendTestAlert(ctx)),
];

import { queryOptions } from "@tanstack/react-query";
import {
  getNotificationSettings,
  listAlerts,
  sendTestAlert,
  updateNotificationSettings,
} from "../contracts/alerts.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export function notificationSettingsQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "notification-settings"),
    queryFn: ({ signal }) => callApi(getNotificationSettings, { tenantId, signal }),
  });
}

export function alertsQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "alerts"),
    queryFn: ({ signal }) => callApi(listAlerts, { query: { limit: 10 }, tenantId, signal }),
    refetchInterval: 5_000,
  });
}

export const useUpdateNotificationSettings = () =>
  useOperation(updateNotificationSettings, ["notification-settings"]);
export const useSendTestAlert = () => useOperation(sendTestAlert, ["alerts", "notification-settings"]);

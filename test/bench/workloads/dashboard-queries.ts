import type pg from "pg";
import { toPublicId } from "#lib/ids.ts";
import type { TenantRows } from "../rows/tenant.ts";

/** What the dashboard asks for: the first page of every log under every filter, and its charts. Paths below the API's base. */
export async function dashboardQueries(db: pg.Pool, tenant: TenantRows): Promise<string[]> {
  const endpoint = toPublicId("endpoint", tenant.endpointIds[7] ?? "");
  const application = toPublicId("application", tenant.applicationId);
  const event = await oldEvent(db);
  const day = new Date(Date.now() - 86_400_000).toISOString();
  const week = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const month = new Date(Date.now() - 28 * 86_400_000).toISOString();
  const deliveries = [
    "",
    "status=delivered",
    "status=failed",
    "status=canceled",
    "status=pending,sending,retrying",
    `endpoint=${endpoint}`,
    `endpoint=${endpoint}&status=failed`,
    `event=${event}`,
    "eventType=bench.3",
    "eventType=bench.3&status=failed",
    "responseStatus=404",
    "responseStatus=5xx",
    "responseStatus=410",
    "errorKind=http_4xx",
    "errorKind=timeout",
    `application=${application}`,
    `since=${day}`,
    `since=${month}&until=${week}`,
    `q=${event}`,
    "q=customer.id:cus_8842",
    "q=customer.id:nobody",
  ];
  const events = [
    "",
    "type=bench.3",
    "tag=batch-3",
    "tag=nowhere",
    "channel=nowhere",
    `since=${month}&until=${week}`,
  ];
  events.push(`q=${event}`, "q=customer.id:cus_8842", "q=customer.id:nobody");
  const charts = [
    "/stats",
    `/stats?since=${month}`,
    "/stats?eventType=bench.3",
    `/stats?eventType=bench.3&since=${month}`,
  ];
  charts.push(
    `/endpoints/${endpoint}/stats`,
    `/endpoints/${endpoint}/stats?since=${month}`,
    "/stats/endpoints",
  );
  const page = (path: string) => (filter: string) => (filter === "" ? path : `${path}?${filter}`);
  return [
    ...deliveries.map(page("/deliveries")),
    ...events.map(page("/events")),
    `/events/${event}`,
    ...charts,
  ];
}

async function oldEvent(db: pg.Pool): Promise<string> {
  const { rows } = await db.query<{ id: string }>("SELECT id FROM events ORDER BY id OFFSET 10 LIMIT 1");
  return toPublicId("event", rows[0]?.id ?? "");
}

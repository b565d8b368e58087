import type pg from "pg";
import { toPublicId } from "#lib/ids.ts";
import type { History } from "../rows/history.ts";
import type { TenantRows } from "../rows/tenant.ts";

/** A path below the API's base, and the same with words for ids and times; `search` looks into payloads. */
export type DashboardQuery = { path: string; name: string; kind: "page" | "search" };

const dayMs = 86_400_000;

/** What the dashboard asks for: the first page of every log under every filter, found or not, and its charts. */
export async function dashboardQueries(
  db: pg.Pool,
  tenant: TenantRows,
  history: History,
): Promise<DashboardQuery[]> {
  const names = { ...namesOf(tenant, history), event: await oldEvent(db, tenant) };
  const of = (kind: DashboardQuery["kind"], path: string, filters: readonly string[]) =>
    filters.map((filter) => query(kind, filter === "" ? path : `${path}?${filter}`));
  const query = (kind: DashboardQuery["kind"], path: string): DashboardQuery => {
    const name = Object.entries(names).reduce((text, [word, value]) => text.replaceAll(value, word), path);
    return { kind, path, name };
  };
  return [
    ...of("page", "/deliveries", deliveryFilters(names)),
    ...of("page", "/events", eventFilters(names)),
    ...of("page", "/deliveries/histogram", histogramFilters(names)),
    ...of("page", "/events/histogram", ["", `since=${names.month}`, `since=${names.month}&tag=batch-3`]),
    ...charts(names).map((path) => query("page", path)),
    ...of("search", "/deliveries", searches),
    ...of("search", "/events", searches),
    ...of("search", "/deliveries/histogram", [
      `since=${names.month}&q=customer.id:cus_8842`,
      `since=${names.month}&q=customer.id:nobody`,
    ]),
  ];
}

type Names = ReturnType<typeof namesOf> & { event: string };

function namesOf(tenant: TenantRows, history: History) {
  const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
  return {
    endpoint: toPublicId("endpoint", tenant.endpointIds[7] ?? ""),
    quiet: toPublicId("endpoint", history.quietEndpointId),
    application: toPublicId("application", tenant.applicationId),
    small: toPublicId("application", history.smallApplicationId),
    day: ago(1),
    week: ago(7),
    month: ago(28),
  };
}

function deliveryFilters({ endpoint, quiet, application, small, event, day, week, month }: Names): string[] {
  return [
    ...["", "status=delivered", "status=failed", "status=canceled", "status=retrying"],
    "status=pending,sending,retrying",
    ...[`endpoint=${endpoint}`, `endpoint=${endpoint}&status=failed`, `endpoint=${quiet}&status=failed`],
    ...["eventType=bench.3", "eventType=bench.3&status=failed", "eventType=bench.rare", "eventType=none"],
    ...["responseStatus=404", "responseStatus=5xx", "responseStatus=410", "responseStatus=201"],
    ...["errorKind=http_4xx", "errorKind=timeout", "errorKind=dns"],
    ...[`application=${application}`, `application=${small}`, `application=${small}&status=failed`],
    ...["tag=batch-3", "tag=rare", "tag=nowhere", "channel=eu", "channel=eu&responseStatus=410"],
    ...[`event=${event}`, `since=${day}`, `since=${month}&until=${week}`, `until=${week}&status=failed`],
    ...[`q=${event}`, `q=${endpoint}`, `q=${small}`],
  ];
}

function eventFilters({ endpoint, quiet, small, event, week, month }: Names): string[] {
  return [
    ...["", "type=bench.3", "type=bench.3,bench.4", "type=bench.rare", "type=none"],
    ...["tag=batch-3", "tag=rare", "tag=nowhere", "channel=eu", "channel=eu&type=bench.3", "channel=nowhere"],
    ...[`application=${small}`, `application=${small}&type=bench.3`],
    ...["status=failed", "status=retrying", "responseStatus=410", "errorKind=timeout"],
    ...[`endpoint=${endpoint}`, `endpoint=${quiet}&status=failed`],
    ...[`since=${month}&until=${week}`, `q=${event}`, `q=${endpoint}`],
  ];
}

function histogramFilters({ endpoint, small, application, month }: Names): string[] {
  const since = `since=${month}`;
  return [
    ...["", since, `${since}&status=failed`, `${since}&responseStatus=410`, `${since}&endpoint=${endpoint}`],
    ...[`${since}&eventType=bench.3`, `${since}&eventType=bench.rare`, `${since}&tag=batch-3`],
    ...[`${since}&application=${small}`, `${since}&application=${application}`],
    `${since}&status=pending,sending,retrying`,
  ];
}

function charts({ endpoint, event, month }: Names): string[] {
  return [
    ...[`/events/${event}`, "/endpoints", "/stats", `/stats?since=${month}`, "/stats?eventType=bench.3"],
    ...[`/stats?eventType=bench.3&since=${month}`, `/endpoints/${endpoint}/stats`],
    ...[`/endpoints/${endpoint}/stats?since=${month}`, "/stats/endpoints"],
  ];
}

/** A customer, one number, no such customer, what all have, what one in a hundred and in a thousand have, what has no index. */
const searches = [
  "q=customer.id:cus_8842",
  "q=number:INV-4711",
  "q=customer.id:nobody",
  "q=currency:EUR",
  "q=hundredth:yes",
  "q=thousandth:yes",
  "q=lines.-1.sku:none",
  "q=hello",
];

async function oldEvent(db: pg.Pool, { tenantId }: TenantRows): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    "SELECT id FROM events WHERE tenant_id = $1 ORDER BY id OFFSET 10 LIMIT 1",
    [tenantId],
  );
  return toPublicId("event", rows[0]?.id ?? "");
}

import { afterEach, describe, expect, test } from "vitest";
import { createApi } from "#lib/api/app.ts";
import { announceStop } from "#lib/api/readiness.ts";
import { closeDatabases, inTransaction, pool, prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { ensurePartitions } from "#lib/partitions.ts";
import { callApi } from "#test/support/api.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

const api = createApi();
const token = "a metrics token of some length";
const readMetrics = (authorization?: string) =>
  api.request("/api/v1/metrics", authorization === undefined ? {} : { headers: { authorization } });
afterEach(() => {
  Object.assign(env(), { metricsToken: undefined });
});

test("being alive takes no database", async () => {
  expect(await callApi({ method: "GET", path: "/healthz" })).toMatchObject({
    status: 200,
    body: { status: "ok" },
  });
});

const readyz = () => callApi({ method: "GET", path: "/readyz" });

test("a web without its database is alive but not ready", async () => {
  const { databaseUrl } = env();
  await closeDatabases();
  Object.assign(env(), { databaseUrl: "postgres://posthorn@127.0.0.1:9/posthorn" });
  const { status, body, headers } = await readyz();
  expect([status, body.code, headers.get("retry-after")]).toEqual([503, "unavailable", "1"]);
  expect((await callApi({ method: "GET", path: "/healthz" })).status).toBe(200);
  await closeDatabases();
  Object.assign(env(), { databaseUrl });
});

test("ready means that every migration is applied", async () => {
  const names = await prisma().$queryRaw<{ id: string }[]>`
    UPDATE _prisma_migrations SET finished_at = NULL
     WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING id`;
  const { status, headers, body } = await callApi({ method: "GET", path: "/readyz" });
  expect([status, body.code, body.detail]).toEqual([503, "unavailable", "Migrations are pending."]);
  expect(headers.get("retry-after")).toBe("5");
  await prisma().$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${names[0]?.id}`;
  expect((await callApi({ method: "GET", path: "/readyz" })).body).toEqual({ status: "ready" });
});

test.each(["events", "deliveries", "attempts"])(
  "a web whose %s will soon have no partition to go to is not ready",
  async (table) => {
    await pool().query(
      `DO $$ DECLARE child regclass; BEGIN
         FOR child IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '${table}'::regclass
         LOOP EXECUTE 'DROP TABLE ' || child; END LOOP; END $$`,
    );
    const { status, body } = await readyz();
    expect([status, body.detail]).toEqual([
      503,
      "Partitions for the coming hours are missing: is a worker running?",
    ]);
    await inTransaction((client) => ensurePartitions(client, { retentionDays: 30 }));
    expect((await readyz()).status).toBe(200);
  },
);

describe("metrics", () => {
  test("without a token set they are not served", async () => {
    expect((await callApi({ method: "GET", path: "/metrics" })).status).toBe(404);
  });

  test("they want the token", async () => {
    Object.assign(env(), { metricsToken: token });
    expect((await readMetrics()).status).toBe(401);
    expect((await readMetrics("Bearer wrong")).status).toBe(401);
    expect((await readMetrics(`Bearer ${token}`)).status).toBe(200);
  });

  async function samples(): Promise<Map<string, number>> {
    const text = await (await readMetrics(`Bearer ${token}`)).text();
    const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    for (const line of lines)
      expect(line).toMatch(/^[a-z0-9_]+(\{([a-z_]+="[^"]*",?)+\})? \d+(\.\d+)?(e[+-]?\d+)?$/);
    return new Map(lines.map((line) => [line.replace(/ \S+$/, ""), Number(line.split(" ").at(-1))]));
  }

  test("every line is Prometheus text with a number, for this process and the whole installation", async () => {
    Object.assign(env(), { metricsToken: token });
    const found = await samples();
    expect(found.get("posthorn_database_up")).toBe(1);
    expect(found.get('posthorn_deliveries_waiting{state="due"}')).toBe(0);
    expect(found.get("posthorn_partitions_ahead_seconds")).toBeGreaterThan(86_400);
    expect(found.get("process_resident_memory_bytes")).toBeGreaterThan(1e6);
    expect(found.get('posthorn_database_connections{pool="plain",state="busy"}')).toBeGreaterThanOrEqual(0);
  });

  test("requests are counted by the path of their operation, never by what a caller made up", async () => {
    Object.assign(env(), { metricsToken: token });
    const before = await samples();
    const rose = (after: Map<string, number>, name: string) =>
      (after.get(name) ?? 0) - (before.get(name) ?? 0);
    await api.request("/api/v1/endpoints/ep_made_up");
    await api.request("/api/v1/nothing/at/all", { method: "MADEUP" });
    const after = await samples();
    const named = (labels: string) => rose(after, `posthorn_http_requests_total{${labels}}`);
    expect(named('method="GET",route="/endpoints/{id}",status="401"')).toBe(1);
    expect(named('method="other",route="(other)",status="404"')).toBe(1);
    expect([...after.keys()].filter((name) => /made_up|at\/all|MADEUP/.test(name))).toEqual([]);
  });

  test("events are counted when they are stored, and by the reason when they are refused", async () => {
    Object.assign(env(), { metricsToken: token });
    const tenant = await createTenantForTest();
    const before = await samples();
    await tenant.request("POST", "/events", { type: "a.b", data: {} });
    await tenant.request("POST", "/events", { type: "not a type", data: {} });
    await tenant.request("POST", "/events/batch", { events: [{ type: "a.b", data: {} }, { type: "a.b" }] });
    const after = await samples();
    const rose = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(rose("posthorn_events_accepted_total")).toBe(2);
    expect(rose("posthorn_event_accept_seconds_count")).toBe(2);
    expect(rose("posthorn_flush_events_sum")).toBe(2);
    expect(rose('posthorn_events_refused_total{code="invalid_request"}')).toBe(2);
  });
});

test("health is at the root as well, with nothing else of the API", async () => {
  for (const path of ["/healthz", "/readyz"]) expect((await api.request(path)).status).toBe(200);
  expect((await api.request("/endpoints")).status).toBe(404);
});

test("a web that is told to stop is alive but not ready", async () => {
  announceStop();
  expect((await readyz()).body.detail).toBe("This web is stopping.");
  expect((await callApi({ method: "GET", path: "/healthz" })).status).toBe(200);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorKinds } from "#lib/contracts/error-kinds.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { checkSchema } from "#lib/event-types/check-schema.ts";
import { aggregate, type BucketRow, type StatSample } from "#lib/stats/buckets.ts";
import { getStats } from "#lib/stats/get.ts";
import { createHistory } from "#prisma/seed/build-history.ts";
import { demoEndpoints } from "#prisma/seed/endpoints.ts";
import { eventCatalogue } from "#prisma/seed/event-catalogue.ts";
import { createRandom } from "#prisma/seed/random.ts";
import { seedDemo } from "#prisma/seed/seed-demo.ts";
import { timesOfEvents } from "#prisma/seed/timeline.ts";

afterAll(closeDatabases);

const dayMs = 86_400_000;
const now = new Date();
let tenantId: string;

beforeAll(async () => {
  ({ tenantId } = await seedDemo({ events: 2_500, password: "correct horse battery", now }));
}, 60_000);

async function select<Row extends object>(text: string): Promise<Row[]> {
  const { rows } = await pool().query<Row>(text, [tenantId]);
  return rows;
}

function inOrder(rows: readonly Omit<BucketRow, "tenantId">[]) {
  return rows
    .map(({ scope, scopeKey, startsMs, delivered, retried, failed, durations }) =>
      JSON.stringify([scope, scopeKey, startsMs, delivered, retried, failed, durations]),
    )
    .toSorted();
}

describe("the demo's history", () => {
  test("has figures that equal a count of its attempts", async () => {
    const attempts = await select<Omit<StatSample, "tenantId">>(
      `SELECT attempt.endpoint_id AS "endpointId", delivery.event_type AS "eventType", attempt.started_at AS at,
              attempt.total_ms AS "durationMs",
              CASE WHEN attempt.error_kind IS NULL THEN 'delivered'
                   WHEN delivery.status = 'failed' AND attempt.number = delivery.attempt_count THEN 'failed'
                   ELSE 'retried' END AS outcome
         FROM attempts attempt JOIN deliveries delivery ON delivery.id = attempt.delivery_id
        WHERE attempt.tenant_id = $1`,
    );
    const kept = await select<BucketRow>(
      `SELECT scope, scope_key AS "scopeKey", (extract(epoch FROM starts_at) * 1000)::float8 AS "startsMs", delivered, retried, failed, durations
         FROM stat_buckets WHERE tenant_id = $1`,
    );
    expect(attempts.length).toBeGreaterThan(1_500);
    expect(inOrder(kept)).toEqual(inOrder(aggregate(attempts.map((attempt) => ({ ...attempt, tenantId })))));
  });

  test("has deliveries that agree with their attempts", async () => {
    const lies = await select(
      `SELECT delivery.id, delivery.status FROM deliveries delivery
         LEFT JOIN LATERAL (SELECT count(*)::int AS count, max(number) AS highest FROM attempts
                             WHERE delivery_id = delivery.id) AS made ON true
         LEFT JOIN attempts last ON last.delivery_id = delivery.id AND last.number = delivery.attempt_count
        WHERE delivery.tenant_id = $1
          AND (made.count <> delivery.attempt_count OR made.count <> coalesce(made.highest, 0)
               OR last.error_kind IS DISTINCT FROM delivery.last_error_kind
               OR last.response_status IS DISTINCT FROM delivery.last_response_status
               OR (delivery.status = 'delivered') <> (last.id IS NOT NULL AND last.error_kind IS NULL)
               OR (delivery.status IN ('pending', 'retrying')) <> (delivery.next_attempt_at IS NOT NULL)
               OR (delivery.status IN ('pending', 'retrying')) <> (delivery.completed_at IS NULL))`,
    );
    expect(lies).toEqual([]);
  });

  test("ends now and leaves nothing due, so that a worker does not rewrite it", async () => {
    const late = await select<{ count: number }>(
      `SELECT count(*)::int AS count FROM attempts WHERE tenant_id = $1 AND started_at > '${now.toISOString()}'`,
    );
    const due = await select<{ count: number }>(
      `SELECT count(*)::int AS count FROM deliveries JOIN endpoints ON endpoints.id = endpoint_id
        WHERE deliveries.tenant_id = $1 AND next_attempt_at <= '${now.toISOString()}' AND endpoints.state = 'enabled'`,
    );
    expect([late, due]).toEqual([[{ count: 0 }], [{ count: 0 }]]);
  });

  test("is quiet at weekends and at night", async () => {
    const { buckets } = await getStats(
      { tenantId, actor: { kind: "system", id: null, label: "test" } },
      { since: new Date(now.getTime() - 28 * dayMs).toISOString(), until: now.toISOString(), step: 3_600 },
    );
    const mean = (isChosen: (time: Date) => boolean) => {
      const chosen = buckets.filter(({ startsAt }) => isChosen(new Date(startsAt)));
      return chosen.reduce((sum, { delivered }) => sum + delivered, 0) / chosen.length;
    };
    const isWeekend = (time: Date) => [0, 6].includes(time.getUTCDay());
    expect(mean(isWeekend)).toBeLessThan(mean((time) => !isWeekend(time)) / 2);
    expect(mean((time) => time.getUTCHours() < 5)).toBeLessThan(
      mean((time) => time.getUTCHours() === 13) / 2,
    );
  });

  test("shows endpoints of every temper", async () => {
    const endpoints = await select<{ url: string; state: string; reason: string | null; failing: boolean }>(
      `SELECT split_part(url, '/', 3) AS url, state::text, disabled_reason AS reason, failing_since IS NOT NULL AS failing
         FROM endpoints JOIN endpoint_health ON endpoint_id = id WHERE tenant_id = $1`,
    );
    const byHost = new Map(endpoints.map(({ url, ...state }) => [url, state]));
    expect(byHost.size).toBe(10);
    expect(byHost.get("api.harborpine.example")).toEqual({ state: "enabled", reason: null, failing: false });
    expect(byHost.get("ops.kestrelfreight.example")).toEqual({
      state: "enabled",
      reason: null,
      failing: true,
    });
    expect(byHost.get("legacy.marigoldclinics.example")).toMatchObject({ state: "disabled", reason: "gone" });
    expect(byHost.get("play.ospreygames.example")).toMatchObject({ state: "paused" });
  });

  test.each([0, 1, 2, 3, 4, 5, 6])(
    "has errors of every kind that receivers cause, whatever the weekday (%i)",
    (weekday) => {
      const end = new Date(Date.UTC(2026, 10, 15 + weekday, 9));
      const random = createRandom(1);
      const endpoints = demoEndpoints(end).map((endpoint) => ({ ...endpoint, id: endpoint.url }));
      const { eventAt } = createHistory({ endpoints, now: end, random });
      const events = timesOfEvents(random, { count: 20_000, days: 30, now: end }).map(eventAt);
      const attempts = events.flatMap((event) => event.deliveries.flatMap((delivery) => delivery.attempts));
      const kinds = new Set(attempts.map(({ result }) => result.error?.kind));
      const ofReceivers = errorKinds.filter((kind) => kind !== "proxy");
      expect(ofReceivers.filter((kind) => !kinds.has(kind))).toEqual([]);
    },
  );
});

test("every example in the catalogue satisfies its schema", () => {
  for (const { schema, make } of eventCatalogue) {
    const example = make(createRandom(7), now);
    expect(() => checkSchema({ schema, example })).not.toThrow();
  }
});

test("seeding again keeps tenant, settings and audit log, and makes the logs anew", async () => {
  const settings = () =>
    select(
      `SELECT (SELECT count(*)::int FROM tenants WHERE name = 'Northwind Billing') AS tenants,
              (SELECT count(*)::int FROM endpoints WHERE tenant_id = $1) AS endpoints,
              (SELECT count(*)::int FROM api_keys WHERE tenant_id = $1) AS keys,
              (SELECT count(*)::int FROM members WHERE tenant_id = $1) AS members,
              (SELECT count(*)::int FROM audit_entries WHERE tenant_id = $1) AS entries`,
    );
  const before = await settings();
  const again = await seedDemo({ events: 200, password: "correct horse battery", now: new Date() });
  expect(again.tenantId).toBe(tenantId);
  expect(await settings()).toEqual(before);
  expect(before[0]).toMatchObject({ tenants: 1, endpoints: 10, members: 5 });
  expect(await select("SELECT count(*)::int AS count FROM events WHERE tenant_id = $1")).toEqual([
    { count: 200 },
  ]);
});

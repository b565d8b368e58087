import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { advanceReplay } from "#lib/replays/advance.ts";
import { insertFailed, lastHour } from "#test/support/replay-rows.ts";
import { insertEndpoint } from "#test/support/rows.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let endpointId: string;
beforeEach(async () => {
  tenant = await createTenantForTest();
  const application = await prisma().application.findFirstOrThrow({ where: { tenantId: tenant.tenantId } });
  const rows = { tenantId: tenant.tenantId, applicationId: application.id, ctx: tenant.ctx };
  endpointId = (await insertEndpoint(rows)).id;
  await insertFailed(rows, endpointId, 3);
});

const post = (body: object, headers = {}) => tenant.request("POST", "/replays", body, headers);

describe("POST /replays", () => {
  test("with dryRun answers 200 with count and time, and starts nothing", async () => {
    const { status, body } = await post({ ...lastHour(), dryRun: true });
    expect([status, body.count, body.estimatedSeconds]).toEqual([200, 3, 1]);
    expect((await tenant.request("GET", "/replays")).body.data).toEqual([]);
  });

  test("answers 202 with the replay, which the list and its own address show", async () => {
    const { status, body } = await post({ ...lastHour(), endpoint: toPublicId("endpoint", endpointId) });
    expect([status, body.status, body.total]).toEqual([202, "running", null]);
    expect(body).toMatchObject({ scope: { status: ["canceled", "failed"], eventTypes: [] }, opened: 0 });
    expect((await tenant.request("GET", "/replays")).body.data).toEqual([body]);
    expect((await tenant.request("GET", `/replays/${body.id}`)).body).toMatchObject({
      id: body.id,
      endpoints: [],
    });
  });

  test("takes one state for a list of one", async () => {
    expect((await post({ ...lastHour(), status: "failed" })).body.scope).toMatchObject({
      status: ["failed"],
    });
  });

  test("with the same Idempotency-Key is one replay, also when that is over", async () => {
    const scope = lastHour();
    const first = (await post(scope, { "idempotency-key": "k" })).body;
    await tenant.request("POST", `/replays/${first.id}/cancel`);
    const again = await post(scope, { "idempotency-key": "k" });
    expect([again.status, again.body]).toEqual([202, first]);
    expect((await post({ ...scope, dryRun: true }, { "idempotency-key": "d" })).status).toBe(200);
  });

  test.each<[string, object, string]>([
    ["without a beginning", { since: undefined }, "since"],
    ["of what is being sent", { status: ["sending"] }, "status.0"],
    ["of no state at all", { status: [] }, "status"],
    ["with a field nobody knows", { limit: 5 }, "limit"],
    ["that ends before it begins", { until: "2020-01-01T00:00:00Z" }, "until"],
  ])("%s is 422 at its field", async (_name, wrong, path) => {
    const { status, body } = await post({ ...lastHour(), ...wrong });
    expect([status, body.errors[0]?.path]).toEqual([422, path]);
  });
});

test("the list is filtered by state and pages newest first", async () => {
  const hour = lastHour();
  const ids: string[] = [];
  for (const type of ["a", "b", "c"]) ids.push((await post({ ...hour, eventTypes: [type] })).body.id);
  await tenant.request("POST", `/replays/${ids[1]}/pause`);
  const paused = (await tenant.request("GET", "/replays?status=paused")).body;
  expect(paused.data.map(({ id }) => id)).toEqual([ids[1]]);
  const page = (await tenant.request("GET", "/replays?limit=2")).body;
  expect(page.data.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const next = (await tenant.request("GET", `/replays?limit=2&cursor=${page.nextCursor}`)).body;
  expect(next.data.map(({ id }) => id)).toEqual([ids[0]]);
});

test("the log of deliveries shows what a replay opened", async () => {
  const { id } = (await post(lastHour())).body;
  const row = await prisma().replay.findFirstOrThrow({ where: { tenantId: tenant.tenantId } });
  await advanceReplay(row.id);
  expect((await tenant.request("GET", `/deliveries?replay=${id}`)).body.data).toHaveLength(3);
  expect(
    (await tenant.request("GET", `/deliveries?replay=${toPublicId("replay", crypto.randomUUID())}`)).body
      .data,
  ).toEqual([]);
});

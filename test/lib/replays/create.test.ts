import { afterAll, describe, expect, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { advanceReplay } from "#lib/replays/advance.ts";
import { cancelReplay } from "#lib/replays/cancel.ts";
import { createReplay } from "#lib/replays/create.ts";
import { getReplay } from "#lib/replays/get.ts";
import { pauseReplay } from "#lib/replays/pause.ts";
import { previewReplay } from "#lib/replays/preview.ts";
import { resumeReplay } from "#lib/replays/resume.ts";
import {
  failedTenant,
  finishOpen,
  insertFailed,
  lastHour,
  replayRow,
  startReplay,
} from "#test/support/replay-rows.ts";
import { deliveriesOf, insertEndpoint } from "#test/support/rows.ts";

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

describe("a dry run", () => {
  test("says how many, how long and which to try, and touches nothing", async () => {
    const { tenant, ids, endpointId } = await failedTenant(3, { rateLimit: 1 });
    const closed = await insertEndpoint(tenant, { state: "disabled" });
    await insertFailed(tenant, closed.id, 2);
    expect(await previewReplay(tenant.ctx, lastHour())).toEqual({
      count: 5,
      isExact: true,
      skipped: 2,
      estimatedSeconds: 3,
      sample: toPublicId("delivery", ids[2] ?? ""),
    });
    expect(
      await previewReplay(tenant.ctx, lastHour({ endpoint: toPublicId("endpoint", endpointId) })),
    ).toMatchObject({
      count: 3,
      skipped: 0,
    });
    expect((await deliveriesOf(tenant)).every(({ status }) => status === "failed")).toBe(true);
    expect(await prisma().replay.count({ where: { tenantId: tenant.tenantId } })).toBe(0);
  });

  test("of nothing is nothing", async () => {
    const { tenant } = await failedTenant(0);
    const nothing = { count: 0, isExact: true, skipped: 0, estimatedSeconds: 0, sample: null };
    expect(await previewReplay(tenant.ctx, lastHour())).toEqual(nothing);
  });
});

describe("a scope", () => {
  const day = 86_400_000;
  const at = (offsetMs: number) => new Date(Date.now() + offsetMs).toISOString();
  test.each([
    ["ends before it begins", () => ({ since: at(-1_000), until: at(-2_000) }), "until"],
    ["begins in the future", () => ({ since: at(60_000), until: at(120_000) }), "since"],
    [
      "begins before retention",
      () => ({ since: at(-(env().retentionDays + 1) * day), until: at(0) }),
      "since",
    ],
  ])("that %s is refused at its field", async (_name, span, path) => {
    const { tenant } = await failedTenant(0);
    await expect(createReplay(tenant.ctx, span())).rejects.toMatchObject({ status: 422, fields: [{ path }] });
  });

  test("of another tenant's endpoint or application is 404", async () => {
    const [mine, theirs] = [await failedTenant(0), await failedTenant(0)];
    for (const scope of [
      { endpoint: theirs.endpoint },
      { application: toPublicId("application", theirs.tenant.applicationId) },
    ]) {
      await expect(createReplay(mine.tenant.ctx, lastHour(scope))).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(previewReplay(mine.tenant.ctx, lastHour(scope))).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("the same scope", () => {
  test("answers the replay that runs, however often and whoever asks, and starts anew when it is over", async () => {
    const { tenant, endpointId } = await failedTenant(1);
    const scope = lastHour({ eventTypes: ["a.b", "invoice.paid"] });
    const reordered = { ...scope, eventTypes: ["invoice.paid", "a.b", "a.b"] };
    const replays = await Promise.all([scope, reordered, scope].map((one) => createReplay(tenant.ctx, one)));
    expect(new Set(replays.map(({ id }) => id)).size).toBe(1);
    const first = replays[0]?.id ?? "";
    await pauseReplay(tenant.ctx, { id: first });
    expect(await createReplay(tenant.ctx, scope)).toMatchObject({ id: first, status: "paused" });
    expect(
      await prisma().auditEntry.count({ where: { tenantId: tenant.tenantId, action: "replay.started" } }),
    ).toBe(1);

    await resumeReplay(tenant.ctx, { id: first });
    const row = await prisma().replay.findFirstOrThrow({ where: { tenantId: tenant.tenantId } });
    await advanceReplay(row.id);
    await finishOpen(endpointId, "delivered");
    await advanceReplay(row.id);
    expect(await createReplay(tenant.ctx, scope)).not.toMatchObject({ id: first });
  });

  test("of another tenant is another replay", async () => {
    const [mine, theirs] = [await failedTenant(0), await failedTenant(0)];
    const scope = lastHour();
    const ids = [await createReplay(mine.tenant.ctx, scope), await createReplay(theirs.tenant.ctx, scope)];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
  });

  test("or one that overlaps, started meanwhile, opens nothing a second time", async () => {
    const { tenant, endpointId } = await failedTenant(4);
    const first = await startReplay(tenant, lastHour());
    const second = await startReplay(tenant, lastHour({ status: ["failed"] }));
    await advanceReplay(first);
    await advanceReplay(second);
    expect(await replayRow(first)).toMatchObject({ opened: 4 });
    await finishOpen(endpointId, "failed");
    await advanceReplay(second);
    expect(await replayRow(second)).toMatchObject({ status: "completed", opened: 0 });
  });

  test("is not needed for too many at once to be refused", async () => {
    const { tenant } = await failedTenant(0);
    const hour = lastHour();
    const start = (index: number) => createReplay(tenant.ctx, { ...hour, eventTypes: [`type.${index}`] });
    for (let index = 0; index < 20; index += 1) await start(index);
    await expect(start(20)).rejects.toMatchObject({ code: "conflict" });
    await expect(start(3)).resolves.toMatchObject({ status: "running" });
  });
});

describe("pause, resume and cancel", () => {
  test("a paused replay opens nothing, a resumed one goes on where it stopped", async () => {
    const { tenant, endpointId } = await failedTenant(12, { maxInFlight: 2 });
    const id = await startReplay(tenant);
    const publicId = toPublicId("replay", id);
    await advanceReplay(id);
    await pauseReplay(tenant.ctx, { id: publicId });
    await finishOpen(endpointId, "delivered");
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ status: "paused", opened: 4, delivered: 4 });

    await resumeReplay(tenant.ctx, { id: publicId });
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ status: "running", opened: 12 });
  });

  test("a canceled one leaves the rest as it was and is over", async () => {
    const { tenant, endpointId } = await failedTenant(12, { maxInFlight: 2 });
    const id = await startReplay(tenant);
    const publicId = toPublicId("replay", id);
    await advanceReplay(id);
    expect(await cancelReplay(tenant.ctx, { id: publicId })).toMatchObject({ status: "canceled", opened: 4 });
    await finishOpen(endpointId, "delivered");
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ opened: 4, delivered: 4, settledAt: expect.any(Date) });
    expect((await deliveriesOf(tenant)).filter(({ status }) => status === "failed")).toHaveLength(8);
    for (const change of [pauseReplay, resumeReplay, cancelReplay])
      await expect(change(tenant.ctx, { id: publicId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("each is in the audit log", async () => {
    const { tenant } = await failedTenant(1);
    const { id } = await createReplay(tenant.ctx, lastHour());
    for (const change of [pauseReplay, resumeReplay, cancelReplay]) await change(tenant.ctx, { id });
    const entries = await prisma().auditEntry.findMany({
      where: { tenantId: tenant.tenantId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, targetId }) => [action, targetId])).toEqual(
      ["started", "paused", "resumed", "canceled"].map((deed) => [`replay.${deed}`, id]),
    );
  });

  test("another tenant's replay is 404", async () => {
    const [mine, theirs] = [await failedTenant(0), await failedTenant(0)];
    const { id } = await createReplay(theirs.tenant.ctx, lastHour());
    for (const verb of [getReplay, pauseReplay, resumeReplay, cancelReplay])
      for (const named of [id, toPublicId("replay", newId()), "rpl_nonsense"])
        await expect(verb(mine.tenant.ctx, { id: named })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a replay shows its progress by endpoint, what holds one back, and the time left", async () => {
  const { tenant, endpointId } = await failedTenant(3, { rateLimit: 1 });
  const paused = await insertEndpoint(tenant, { state: "paused", url: "https://example.com/paused" });
  await insertFailed(tenant, paused.id, 2);
  const id = await startReplay(tenant);
  await advanceReplay(id);
  expect(await getReplay(tenant.ctx, { id: toPublicId("replay", id) })).toMatchObject({
    status: "running",
    total: 5,
    opened: 1,
    waiting: 1,
    estimatedSeconds: 2,
    endpoints: [
      { endpoint: toPublicId("endpoint", endpointId), total: 3, opened: 1, heldBackBy: null },
      { endpointUrl: "https://example.com/paused", total: 2, opened: 0, heldBackBy: "pause" },
    ],
  });
  await pool().query("UPDATE endpoints SET deleted_at = now() WHERE id = $1", [paused.id]);
  expect((await getReplay(tenant.ctx, { id: toPublicId("replay", id) })).endpoints[1]).toMatchObject({
    endpointState: "deleted",
    endpointUrl: "https://example.com/paused",
  });
});

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChangeGroup } from "#lib/changes/change.ts";
import { noteChanges, tellNoted } from "#lib/changes/note.ts";
import { changesChannel, fromPayload } from "#lib/changes/notification.ts";
import { keepWatches, mayBeWatched, watchedTenants } from "#lib/changes/watches.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { waitFor } from "#test/support/wait-for.ts";

const client = new pg.Client({ connectionString: env().databaseUrl });
const heard: ChangeGroup[][] = [];

beforeAll(async () => {
  client.on("notification", ({ payload }) => heard.push(fromPayload(payload ?? "[]")));
  await client.connect();
  await client.query(`LISTEN ${changesChannel}`);
});

afterAll(async () => {
  await client.end();
  await closeDatabases();
});

/** An answered statement means that every earlier notification has arrived. */
async function heardOf(tenantId: string): Promise<ChangeGroup[][]> {
  await client.query("SELECT 1");
  return heard.filter((groups) => groups.some((group) => group.tenantId === tenantId));
}

const changesOf = (tenantId: string, count: number) =>
  Array.from({ length: count }, () => ({
    kind: "delivery" as const,
    tenantId,
    applicationId: tenantId,
    id: newId(),
  }));

const holds = (tenantId: string) => async () => (await watchedTenants()).has(tenantId);

test("of a tenant that nobody watches nobody is told, and of a watched one in a single notification", async () => {
  const [watched, unwatched] = [newId(), newId()];
  await keepWatches([watched]);
  await waitFor("the watch to hold", holds(watched));
  for (const change of changesOf(watched, 15)) noteChanges([change]);
  noteChanges(changesOf(unwatched, 15));
  await tellNoted();
  expect(await heardOf(watched)).toMatchObject([[{ kind: "delivery", tenantId: watched }]]);
  expect(await heardOf(unwatched)).toEqual([]);
  expect(heard.flat().flatMap(({ ids }) => ids)).toHaveLength(15);
});

test("what is noted is told by itself", async () => {
  const tenantId = newId();
  await keepWatches([tenantId]);
  await waitFor("the watch to hold", holds(tenantId));
  noteChanges(changesOf(tenantId, 1));
  await waitFor("word of it", async () => (await heardOf(tenantId)).length === 1);
});

test("a watch that is not kept up ends", async () => {
  const tenantId = newId();
  await keepWatches([tenantId]);
  await waitFor("the watch to hold", holds(tenantId));
  await pool().query("UPDATE tenant_watches SET watched_until = now() WHERE tenant_id = $1", [tenantId]);
  await waitFor("the watch to end", async () => !(await watchedTenants()).has(tenantId));
  expect(mayBeWatched(tenantId)).toBe(false);
});

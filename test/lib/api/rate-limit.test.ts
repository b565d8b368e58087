import { describe, expect, test } from "vitest";
import { leaseRate } from "#lib/api/lease-rate.ts";
import { limitRate, type Shares } from "#lib/api/rate-limit.ts";
import { pool } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";

/** One more web on the same database: all it has of its own are its shares. */
function newWeb(owner: string, perSecond: number) {
  const shares: Shares = new Map();
  return () => limitRate(owner, { shares, perSecond });
}

async function passed(requests: Promise<unknown>[]): Promise<number> {
  return (await Promise.allSettled(requests)).filter(({ status }) => status === "fulfilled").length;
}

describe("several webs", () => {
  test("at the same moment pass one burst together, and a fifth of a second's worth each at most", async () => {
    const owner = newId();
    const webs = [1, 2, 3].map(() => newWeb(owner, 50));
    const startedAt = performance.now();
    const requests = webs.flatMap((web) => Array.from({ length: 200 }, () => web()));
    const count = await passed(requests);
    const seconds = (performance.now() - startedAt) / 1_000;
    expect(count).toBeGreaterThanOrEqual(100);
    expect(count).toBeLessThanOrEqual(100 + 3 * 10 + 50 * seconds);
  });

  test("over a while pass the limit, whatever each of them tries", async () => {
    const owner = newId();
    const webs = [1, 2].map(() => newWeb(owner, 50));
    await passed(webs.flatMap((web) => Array.from({ length: 200 }, () => web())));
    const startedAt = performance.now();
    let count = 0;
    while (performance.now() - startedAt < 1_500) {
      count += await passed(webs.map((web) => web()));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    expect(count).toBeLessThanOrEqual(50 * seconds + 2 * 10);
    expect(count).toBeGreaterThanOrEqual(50 * seconds * 0.5);
  });

  test("one that nobody asks lets the other have it all", async () => {
    const owner = newId();
    const [busy, idle] = [newWeb(owner, 10), newWeb(owner, 10)];
    await idle();
    expect(await passed(Array.from({ length: 18 }, busy))).toBe(18);
  });
});

test("a request does not wait for the database while there is credit", async () => {
  const owner = newId();
  const client = await pool().connect();
  await client.query("BEGIN");
  await leaseRate(owner, { owed: 0, block: 1, perSecond: 100, capacity: 200 });
  await client.query("SELECT 1 FROM api_rates WHERE owner_id = $1 FOR UPDATE", [owner]);
  const web = newWeb(owner, 100);
  expect(await passed(Array.from({ length: 10 }, web))).toBe(10);
  const beyond = web();
  await client.query("ROLLBACK");
  client.release();
  expect(await beyond).toMatchObject({ limit: 200 });
});

describe("a lease", () => {
  const rate = { perSecond: 1, capacity: 10 };

  test("is granted in whole requests until the burst is used, what is owed first", async () => {
    const owner = newId();
    expect(await leaseRate(owner, { ...rate, owed: 3, block: 5 })).toEqual({ granted: 5, left: 2 });
    const rest = await leaseRate(owner, { ...rate, owed: 0, block: 5 });
    expect(rest.granted).toBe(2);
    const none = await leaseRate(owner, { ...rate, owed: 4, block: 5 });
    expect([none.granted, Math.round(none.left)]).toEqual([0, -4]);
  });

  test("fills up by the database's clock and never beyond the burst", async () => {
    const owner = newId();
    await leaseRate(owner, { ...rate, owed: 10, block: 0 });
    await pool().query("UPDATE api_rates SET filled_at = now() - interval '3 s' WHERE owner_id = $1", [
      owner,
    ]);
    expect((await leaseRate(owner, { ...rate, owed: 0, block: 5 })).granted).toBe(3);
    await pool().query("UPDATE api_rates SET filled_at = now() - interval '1 h' WHERE owner_id = $1", [
      owner,
    ]);
    expect((await leaseRate(owner, { ...rate, owed: 0, block: 20 })).granted).toBe(10);
  });
});

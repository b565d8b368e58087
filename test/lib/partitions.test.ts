import { afterAll, describe, expect, test } from "vitest";
import { closeDatabases, inTransaction, pool } from "#lib/db.ts";
import { firstIdAt, newId } from "#lib/ids.ts";
import { dropExpiredPartitions, ensurePartitions, missingRanges } from "#lib/partitions.ts";

const now = new Date("2026-06-15T12:00:00Z");
const day = 86_400_000;

afterAll(closeDatabases);

describe("missing ranges", () => {
  test.each([1, 7, 30, 90, 365])(
    "for %d days of retention cover it without gaps, in a dozen or so partitions",
    (retentionDays) => {
      const ranges = missingRanges([], { retentionDays, now });
      expect(ranges[0]?.from.getTime()).toBeLessThanOrEqual(now.getTime() - retentionDays * day);
      expect(ranges.at(-1)?.to.getTime()).toBeGreaterThanOrEqual(now.getTime() + 3 * day);
      for (const [index, range] of ranges.entries()) {
        if (index > 0) expect(range.from).toEqual(ranges[index - 1]?.to);
      }
      expect(ranges.length).toBeLessThanOrEqual(15);
    },
  );

  test("continue from what exists, also after the retention was changed", () => {
    const existing = missingRanges([], { retentionDays: 30, now });
    const later = new Date(now.getTime() + 20 * day);
    const added = missingRanges(existing, { retentionDays: 90, now: later });
    expect(added[0]?.from).toEqual(existing.at(-1)?.to);
    expect(missingRanges([...existing, ...added], { retentionDays: 90, now: later })).toEqual([]);
  });
});

describe("retention", () => {
  const old = new Date(Date.now() - 40 * day);

  async function keep(retentionDays: number) {
    return inTransaction(async (client) => {
      await ensurePartitions(client, { retentionDays });
      return dropExpiredPartitions(client, { retentionDays });
    });
  }

  async function insertDelivery(status: string) {
    const id = firstIdAt(old).slice(0, 13) + newId().slice(13);
    await pool().query(
      `INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, status)
       VALUES ($1, $1, $1, $1, 'a', $1, $2)`,
      [id, status],
    );
  }

  test("drops partitions as a whole, but none whose deliveries are open", async () => {
    for (const table of ["events", "deliveries", "attempts"]) {
      const first = await pool().query(
        "SELECT min(relname) AS name FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = $1::regclass",
        [table],
      );
      const edge = new Date(
        `${first.rows[0].name.slice(-8).replace(/(....)(..)(..)/, "$1-$2-$3")}T00:00:00Z`,
      );
      const from = new Date(edge.getTime() - 30 * day);
      await pool().query(
        `CREATE TABLE "${table}_${from.toISOString().slice(0, 10).replaceAll("-", "")}" PARTITION OF "${table}" FOR VALUES FROM ('${firstIdAt(from)}') TO ('${firstIdAt(edge)}')`,
      );
    }
    await insertDelivery("retrying");
    expect(await keep(5)).toEqual([]);
    await pool().query("UPDATE deliveries SET status = 'failed'");
    const dropped = await keep(5);
    expect(dropped.length).toBeGreaterThanOrEqual(3);
    expect((await pool().query("SELECT 1 FROM deliveries")).rows).toEqual([]);
    expect(await keep(5)).toEqual([]);
  });
});

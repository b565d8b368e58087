import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KnownTenants, Line } from "#worker/line.ts";

function lineOf(lanes: Record<string, string>) {
  const tenants = new KnownTenants();
  const line = new Line(tenants);
  for (const [lane, tenantId] of Object.entries(lanes)) {
    tenants.learn(lane, tenantId);
    line.add(lane);
  }
  return line;
}

const nobody = () => 0;

function lanes(tenantId: string, count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${tenantId}-${index}`, tenantId]));
}

describe("a line of lanes", () => {
  test("gives a tenant alone half of the free slots, shared evenly between its lanes", () => {
    const shares = lineOf(lanes("acme", 4)).take({ free: 64, usedBy: nobody, maxLanes: 200 });
    expect([...shares.values()]).toEqual([8, 8, 8, 8]);
  });

  test("gives a tenant with one lane its turn beside one with ten thousand", () => {
    const line = lineOf({ ...lanes("noisy", 10_000), ...lanes("quiet", 1) });
    const shares = line.take({ free: 128, usedBy: nobody, maxLanes: 200 });
    expect(shares.get("quiet-0")).toBeGreaterThan(0);
    expect([...shares.keys()].filter((lane) => lane.startsWith("noisy"))).toHaveLength(64);
  });

  test("lets nobody in whose tenant holds as much as is free", () => {
    const used: Record<string, number> = { slow: 64 };
    const line = lineOf({ ...lanes("slow", 3), ...lanes("quick", 1) });
    const shares = line.take({ free: 64, usedBy: (tenantId) => used[tenantId] ?? 0, maxLanes: 200 });
    expect([...shares.keys()]).toEqual(["quick-0"]);
    expect(line.size).toBe(3);
  });

  test("keeps slots for a tenant's quick lanes, however many of its slow ones never let go of theirs", () => {
    const held = new Map<string, number>();
    let free = 512;
    for (let turn = 0; turn < 100; turn += 1) {
      const room = { free, usedBy: (holder: string) => held.get(holder) ?? 0, maxLanes: 200 };
      for (const [lane, share] of lineOf(lanes("slow", 10)).take(room)) {
        held.set(lane, (held.get(lane) ?? 0) + share);
        held.set("slow", (held.get("slow") ?? 0) + share);
        free -= share;
      }
    }
    const line = lineOf({ ...lanes("slow", 10), quick: "slow" });
    const shares = line.take({ free, usedBy: (holder) => held.get(holder) ?? 0, maxLanes: 200 });
    expect([...shares.keys()]).toContain("quick");
    expect(shares.get("quick")).toBeGreaterThan(1);
  });

  test("leaves a quarter of all slots to a tenant's quick lanes, however many slots its slow ones would take", () => {
    const held = new Map<string, number>();
    let free = 64;
    const shareOf = () => 1 / 8;
    const usedBy = (holder: string) => held.get(holder) ?? 0;
    for (let turn = 0; turn < 100; turn += 1) {
      for (const [lane, share] of lineOf(lanes("slow", 6)).take({ free, usedBy, shareOf, maxLanes: 200 })) {
        held.set(lane, usedBy(lane) + share);
        held.set("slow", usedBy("slow") + share);
        free -= share;
      }
    }
    expect(Math.min(free, free - usedBy("slow"))).toBeGreaterThanOrEqual(16);
    expect(usedBy("slow")).toBeGreaterThanOrEqual(12);
  });

  test("fills a single slot", () => {
    expect(lineOf(lanes("acme", 2)).take({ free: 1, usedBy: nobody, maxLanes: 200 }).size).toBe(1);
  });

  test("lets every lane have its turn, once, before any comes again", () => {
    const line = lineOf({ ...lanes("a", 7), ...lanes("b", 3) });
    const seen: string[] = [];
    while (line.size > 0) seen.push(...line.take({ free: 4, usedBy: nobody, maxLanes: 2 }).keys());
    expect(seen.toSorted()).toEqual([...Object.keys(lanes("a", 7)), ...Object.keys(lanes("b", 3))]);
  });

  test("always leaves free what the greediest holds, and never hands out more than there is", () => {
    const turn = fc.record({
      tenant: fc.integer({ min: 0, max: 4 }),
      lanes: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.array(turn, { minLength: 1 }), (slots, turns) => {
        const held = new Map<string, number>();
        let free = slots;
        for (const { tenant, lanes: count } of turns) {
          const shares = lineOf(lanes(`t${tenant}`, count)).take({
            free,
            usedBy: (tenantId) => held.get(tenantId) ?? 0,
            maxLanes: 200,
          });
          const taken = [...shares.values()].reduce((sum, share) => sum + share, 0);
          free -= taken;
          held.set(`t${tenant}`, (held.get(`t${tenant}`) ?? 0) + taken);
          expect(free).toBeGreaterThanOrEqual(0);
          if (taken > 1) expect(held.get(`t${tenant}`)).toBeLessThanOrEqual(free + 1);
        }
      }),
    );
  });
});

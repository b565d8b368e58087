import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { clearRate, returnRate, takeRate } from "#lib/rate-limit.ts";

const aDay = 86_400;

test("a rule lets through as much as it says, and then tells how long to wait", async () => {
  const rule = newRule();
  for (let use = 0; use < 3; use += 1) await takeRate(rule);
  await expect(takeRate(rule)).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterSeconds: expect.any(Number),
  });
});

test("uses at the same moment are all counted", async () => {
  const rule = newRule();
  const uses = await Promise.allSettled(Array.from({ length: 20 }, () => takeRate(rule)));
  expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
});

test("one key does not count for another", async () => {
  const rule = newRule();
  for (let use = 0; use < 3; use += 1) await takeRate(rule);
  await expect(takeRate(newRule())).resolves.toBeUndefined();
});

test("what is cleared or given back can be used again", async () => {
  const rule = newRule();
  for (let use = 0; use < 3; use += 1) await takeRate(rule);
  await returnRate(rule);
  await takeRate(rule);
  await clearRate(rule.key);
  for (let use = 0; use < 3; use += 1) await takeRate(rule);
});

test("the window slides: the last one weighs in by the part that still lies inside", async () => {
  const rule = newRule();
  for (let use = 0; use < 3; use += 1) await takeRate(rule);
  await pool().query("UPDATE rate_limits SET count = 1000000, starts_at = starts_at - interval '1 day'");
  await expect(takeRate(rule)).rejects.toMatchObject({ code: "rate_limited" });
});

test("what is counted cannot be read from the table", async () => {
  const key = `somebody@${randomUUID()}`;
  await takeRate({ key, limit: 3, windowSeconds: aDay });
  const { rows } = await pool().query("SELECT 1 FROM rate_limits WHERE key LIKE '%somebody%'");
  expect(rows).toHaveLength(0);
});

function newRule() {
  return { key: randomUUID(), limit: 3, windowSeconds: aDay };
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inBatches } from "#lib/client/stream/in-batches.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Given = { quietMs?: number; work?: () => Promise<void> };

function recording({ quietMs = 0, work = async () => {} }: Given = {}) {
  const batches: string[][] = [];
  const { add, stop } = inBatches<string>({
    quietMs,
    pauseMs: 500,
    work: (items) => {
      batches.push(items);
      return work();
    },
  });
  return { batches, add, stop };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("the first goes at once, what comes during the pause goes together after it", async () => {
  const { batches, add } = recording();
  add("a");
  add("b");
  await pass(0);
  expect(batches).toEqual([["a", "b"]]);
  add("c");
  await pass(499);
  add("d");
  expect(batches).toHaveLength(1);
  await pass(1);
  expect(batches.slice(1)).toEqual([["c", "d"]]);
  await pass(600);
  add("e");
  await pass(0);
  expect(batches.slice(2)).toEqual([["e"]]);
});

test("with a quiet to wait for, it waits for that, but not for ever, and hands the last over again after it", async () => {
  const { batches, add } = recording({ quietMs: 200 });
  add("a");
  await pass(199);
  add("b");
  await pass(199);
  add("c");
  expect(batches).toEqual([]);
  await pass(102);
  expect(batches).toEqual([["a", "b", "c"]]);
  await pass(500);
  expect(batches.slice(1)).toEqual([["c"]]);
  await pass(60_000);
  expect(batches).toHaveLength(2);
});

test("nothing begins while the last is under way, however long it takes, and a failure does not end it", async () => {
  const { promise, reject } = Promise.withResolvers<void>();
  const { batches, add } = recording({ work: () => (batches.length === 1 ? promise : Promise.resolve()) });
  add("a");
  await pass(0);
  add("b");
  await pass(60_000);
  expect(batches).toEqual([["a"]]);
  reject(new Error("refused"));
  await pass(500);
  expect(batches).toEqual([["a"], ["b"]]);
});

test("stopped, it forgets what waits", async () => {
  const { batches, add, stop } = recording();
  add("a");
  stop();
  await pass(60_000);
  expect(batches).toEqual([]);
});

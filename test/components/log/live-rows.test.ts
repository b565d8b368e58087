import { describe, expect, test } from "vitest";
import { countNew, findMissing, type LiveRows, takeIn } from "#components/log/live-rows.ts";

type Row = { id: string; status: string };

const nothing: LiveRows<Row> = {
  view: undefined,
  latest: undefined,
  shown: { data: [], nextCursor: null, prevCursor: null },
};

function page(ids: string[], status = "pending", nextCursor: string | null = null) {
  return { data: ids.map((id) => ({ id, status })), nextCursor, prevCursor: null };
}

const ids = (rows: LiveRows<Row>) => rows.shown.data.map((row) => row.id);

describe("a live log", () => {
  test("shows the first page as it was read", () => {
    const rows = takeIn(nothing, "all", page(["c", "b", "a"]));
    expect(ids(rows)).toEqual(["c", "b", "a"]);
    expect(countNew(rows)).toBe(0);
  });

  test("keeps its rows where they are and counts the newer ones", () => {
    const opened = takeIn(nothing, "all", page(["c", "b", "a"], "pending", "after-a"));
    const later = takeIn(opened, "all", page(["e", "d", "c"], "delivered", "after-c"));
    expect(ids(later)).toEqual(["c", "b", "a"]);
    expect(countNew(later)).toBe(2);
    expect(later.shown.nextCursor).toBe("after-a");
  });

  test("shows each row as it is by now", () => {
    const later = takeIn(takeIn(nothing, "all", page(["b", "a"])), "all", page(["b", "a"], "delivered"));
    expect(later.shown.data.map((row) => row.status)).toEqual(["delivered", "delivered"]);
  });

  test("does not count older rows that only fill the page up", () => {
    const opened = takeIn(nothing, "failed", page(["d", "c", "b"]));
    expect(countNew(takeIn(opened, "failed", page(["d", "c", "a"])))).toBe(0);
  });

  test("counts a row that came to match between those shown", () => {
    const opened = takeIn(nothing, "failed", page(["d", "b"]));
    expect(countNew(takeIn(opened, "failed", page(["d", "c", "b"])))).toBe(1);
  });

  test("names the shown rows that the page no longer brings", () => {
    const opened = takeIn(nothing, "all", page(["c", "b"]));
    expect(findMissing(takeIn(opened, "all", page(["e", "d"]))).map((row) => row.id)).toEqual(["c", "b"]);
  });

  test("starts anew for another filter, and shows what comes into an empty log at once", () => {
    const opened = takeIn(nothing, "all", page(["b", "a"]));
    expect(ids(takeIn(opened, "failed", page([])))).toEqual([]);
    expect(ids(takeIn(takeIn(nothing, "all", page([])), "all", page(["a"])))).toEqual(["a"]);
  });
});

import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "#lib/cursor.ts";
import { type Found, type Page, readPage, type Slice, searchPage } from "#lib/keyset.ts";

const tenantId = "0192f0a0-0000-7000-8000-000000000001";

/** A list of letters in memory, ordered a to z. */
function listOf(letters: () => string[]) {
  return (limit: number, cursor: string | null = null): Promise<Page<string>> =>
    readPage(
      tenantId,
      { limit, ...(cursor === null ? {} : { cursor }) },
      { list: "letters", read: async (slice) => readSlice(letters(), slice), keyOf: (letter) => letter },
    );
}

function readSlice(letters: string[], { direction, position, take }: Slice): string[] {
  const ordered = direction === "forward" ? letters.toSorted() : letters.toSorted().reverse();
  const isBeyond = (letter: string) =>
    position === undefined || (direction === "forward" ? letter > position : letter < position);
  return ordered.filter(isBeyond).slice(0, take);
}

test("walking forth shows every row once, walking back the same pages", async () => {
  const read = listOf(() => [..."abcdefg"]);
  const first = await read(3);
  const second = await read(3, first.nextCursor);
  const third = await read(3, second.nextCursor);
  expect([first, second, third].map(({ data }) => data.join(""))).toEqual(["abc", "def", "g"]);
  expect([first.prevCursor, third.nextCursor]).toEqual([null, null]);
  expect((await read(3, third.prevCursor)).data).toEqual(second.data);
  const back = await read(3, second.prevCursor);
  expect(back).toMatchObject({ data: first.data, prevCursor: null });
  expect((await read(3, back.nextCursor)).data).toEqual(second.data);
});

test("rows added or removed meanwhile neither hide nor repeat others", async () => {
  let letters = [..."bdfh"];
  const read = listOf(() => letters);
  const first = await read(2);
  letters = [..."abcdefgh"];
  expect((await read(2, first.nextCursor)).data.join("")).toBe("ef");
  letters = letters.filter((letter) => letter !== "d");
  expect((await read(2, first.nextCursor)).data.join("")).toBe("ef");
});

test("walking back beyond the start shows the first page", async () => {
  let letters = [..."abcd"];
  const read = listOf(() => letters);
  const { nextCursor } = await read(2);
  const { prevCursor } = await read(2, nextCursor);
  letters = [..."cdef"];
  expect((await read(2, prevCursor)).data.join("")).toBe("cd");
});

test("a list of exactly one page has no other", async () => {
  expect(await listOf(() => [..."ab"])(2)).toEqual({ data: ["a", "b"], nextCursor: null, prevCursor: null });
  expect(await listOf(() => [])(2)).toEqual({ data: [], nextCursor: null, prevCursor: null });
});

describe("a list that may stop before a page is full", () => {
  const letters = [..."abcdefghij"];
  /** Finds vowels, and looks at no more than three letters. */
  const search = (cursor?: string | null) =>
    searchPage(
      tenantId,
      { limit: 2, ...(cursor ? { cursor } : {}) },
      {
        list: "letters",
        keyOf: (letter: string) => letter,
        read: async (slice) => findVowels(letters, slice),
      },
    );

  test("says where it stopped, and its cursors lead to everything once", async () => {
    const first = await search();
    expect(first).toMatchObject({ data: ["a"], stoppedAt: "c", prevCursor: null });
    const second = await search(first.nextCursor);
    expect(second).toMatchObject({ data: ["e"], stoppedAt: "f" });
    const third = await search(second.nextCursor);
    expect(third).toMatchObject({ data: ["i"], stoppedAt: "i" });
    expect(await search(third.nextCursor)).toMatchObject({
      data: [],
      nextCursor: null,
      stoppedAt: undefined,
    });
  });

  test("shows the first page when nothing is found on the way back", async () => {
    const second = await search((await search()).nextCursor);
    const third = await search(second.nextCursor);
    expect(await search(third.prevCursor)).toMatchObject({ data: ["a"], prevCursor: null });
  });

  test("does not say so of a page that is full", async () => {
    const full = await searchPage(
      tenantId,
      { limit: 1 },
      {
        list: "letters",
        keyOf: (letter: string) => letter,
        read: async (slice) => findVowels(letters, slice),
      },
    );
    expect(full).toMatchObject({ data: ["a"], stoppedAt: undefined });
    expect(full.nextCursor).not.toBeNull();
  });
});

function findVowels(letters: string[], slice: Slice): Found<string> {
  const seen = readSlice(letters, { ...slice, take: 3 });
  const rows = seen.filter((letter) => "aeiou".includes(letter)).slice(0, slice.take);
  return { rows, stoppedAt: rows.length < slice.take && seen.length === 3 ? seen.at(-1) : undefined };
}

const cursor = encodeCursor(tenantId, { direction: "forward", position: "é" });

test("a cursor reads back what it was made of", () => {
  expect(decodeCursor(tenantId, cursor)).toEqual({ direction: "forward", position: "é" });
});

test.each([
  ["of another tenant", "0192f0a0-0000-7000-8000-000000000002", cursor],
  ["of another list", `${tenantId}:events`, cursor],
  ["altered", tenantId, `${cursor.slice(0, -2)}AA`],
  ["turned around", tenantId, Buffer.from(cursor, "base64url").fill("p", 12, 13).toString("base64url")],
  ["cut short", tenantId, cursor.slice(0, 12)],
  ["empty", tenantId, ""],
  ["made up", tenantId, "abc"],
])("a cursor %s is refused", (_, scope, text) => {
  expect(() => decodeCursor(scope, text)).toThrow(expect.objectContaining({ code: "invalid_cursor" }));
});

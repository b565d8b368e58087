import { expect, test } from "vitest";
import { searchOn } from "#lib/client/search-on.ts";

type Page = { data: string[]; nextCursor: string | null; searchedTo: string | null };

const stopped = (place: number): Page => ({ data: [], nextCursor: `c${place}`, searchedTo: `t${place}` });
const found: Page = { data: ["row"], nextCursor: "rest", searchedTo: null };

/** A server that answers with these pages in turn. */
function server(pages: Page[]) {
  const asked: (string | undefined)[] = [];
  const read = async (cursor?: string) => {
    asked.push(cursor);
    return pages.shift() ?? stopped(asked.length);
  };
  return { asked, read };
}

test("a page without a row is searched on until one is found", async () => {
  const { asked, read } = server([stopped(1), stopped(2), found]);
  expect(await searchOn(read, undefined)).toEqual(found);
  expect(asked).toEqual([undefined, "c1", "c2"]);
});

test("a search that finds nothing for long stops and says where", async () => {
  const { asked, read } = server([]);
  const page = await searchOn(read, undefined);
  expect(page.searchedTo).toBe(`t${asked.length}`);
  expect(asked.length).toBeLessThan(20);
});

test("reading again what was empty looks at what is new alone, and keeps how far it was searched", async () => {
  const { asked, read } = server([stopped(1)]);
  expect(await searchOn(read, stopped(9))).toEqual(stopped(9));
  expect(asked).toEqual([undefined]);
  expect(await searchOn(server([found]).read, stopped(9))).toEqual(found);
});

test("a page with a row, and the end of the log, are taken as they are", async () => {
  for (const page of [found, { data: [], nextCursor: null, searchedTo: null }]) {
    const { asked, read } = server([page]);
    expect(await searchOn(read, undefined)).toEqual(page);
    expect(asked).toEqual([undefined]);
  }
});

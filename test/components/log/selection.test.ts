import { describe, expect, test } from "vitest";
import {
  keepRows,
  noSelection,
  pageState,
  type Selection,
  selectedRows,
  selectPage,
  selectRange,
  toggleRow,
} from "#components/log/selection.ts";

type Row = { id: string; status?: string };

const page: Row[] = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const most = 4;
const idsOf = ({ rows }: Selection<Row>) => [...rows.keys()].join("");
const rowOf = (id: string) => page.find((row) => row.id === id) ?? { id };

/** What is chosen after these presses: a letter toggles its row, with `+` it draws a range. */
function pressed(presses: string, rows = page): Selection<Row> {
  return (presses.match(/\+?[a-z]/g) ?? []).reduce<Selection<Row>>((selection, press) => {
    const row = rowOf(press.slice(-1));
    return press.startsWith("+")
      ? selectRange(selection, { page: rows, row, most })
      : toggleRow(selection, row, most);
  }, noSelection());
}

test.each([
  ["a press chooses", "b", "b"],
  ["another press on it lets go", "bb", ""],
  ["a range goes down from the last press", "b+d", "bcd"],
  ["a range goes up as well", "d+b", "dbc"],
  ["a range starts anew from where the last one ended", "a+b+d", "abcd"],
  ["a range from a row that was let go begins there", "bb+c", "bc"],
  ["a range without a press before it is the row alone", "+c", "c"],
  ["a range keeps what was chosen elsewhere", "ac+d", "acd"],
  ["no more than the most is chosen, also by a press", "a+de", "abcd"],
  ["no more than the most is chosen by a range", "a+e", "abcd"],
])("%s", (_, presses, chosen) => {
  expect(idsOf(pressed(presses))).toBe(chosen);
});

test("a range from a row of another page is the row alone, and that one stays chosen", () => {
  expect(idsOf(pressed("z+b"))).toBe("zb");
});

describe("the box of a page", () => {
  test.each([
    ["none", ""],
    ["some", "ab"],
    ["all", "a+d"],
  ])("says that %s is chosen", (state, presses) => {
    expect(pageState(pressed(presses), page.slice(0, 4))).toBe(state);
  });

  test("chooses all of its page and lets go of them, whatever is chosen elsewhere", () => {
    const on = selectPage(pressed("z"), { page: page.slice(0, 3), isOn: true, most });
    expect(idsOf(on)).toBe("zabc");
    expect(idsOf(selectPage(on, { page: page.slice(0, 3), isOn: false, most }))).toBe("z");
  });

  test("chooses no more than the most", () => {
    expect(idsOf(selectPage(pressed(""), { page, isOn: true, most }))).toBe("abcd");
  });
});

test("what is chosen is told as it stands on the page, and else as it was seen last", () => {
  const now = [{ id: "b", status: "delivered" }];
  expect(selectedRows(pressed("ab"), now)).toEqual([{ id: "a" }, { id: "b", status: "delivered" }]);
});

test("what an action could not be done to stays chosen", () => {
  expect(idsOf(keepRows(pressed("abc"), ["c", "a", "x"]))).toBe("ac");
});

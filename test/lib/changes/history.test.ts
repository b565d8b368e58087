import { expect, test } from "vitest";
import { History } from "#lib/changes/history.ts";

const told = (number: number) => ({ number, groups: [] });

test("what was told since a number is known from where the history begins", () => {
  const history = new History(5);
  expect(history.since(5)).toEqual([]);
  expect(history.since(4)).toBeUndefined();
  history.add(told(7));
  history.add(told(9));
  expect(history.since(5)).toEqual([told(7), told(9)]);
  expect(history.since(7)).toEqual([told(9)]);
  expect(history.since(9)).toEqual([]);
});

test("what is too long ago is forgotten, and said to be", () => {
  const history = new History(0, 2);
  for (const number of [1, 2, 3]) history.add(told(number));
  expect(history.since(0)).toBeUndefined();
  expect(history.since(1)).toEqual([told(2), told(3)]);
});

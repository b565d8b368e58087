import { expect, test } from "vitest";
import { addressOfView, isSameQuery } from "#components/views/view-query.ts";

test.each([
  ["in another order", "status=failed&range=24h", "range=24h&status=failed", true],
  ["escaped otherwise", "q=a:b,c", "q=a%3Ab%2Cc", true],
  ["with another value", "status=failed", "status=retrying", false],
  ["with one filter more", "status=failed", "status=failed&tag=eu", false],
])("a filter %s is the same: %s and %s", (_, one, other, isSame) => {
  expect(isSameQuery(one, other)).toBe(isSame);
});

test("the address of a view filters its log and knows the view", () => {
  const view = { id: "view_1", log: "events", query: "tag=eu&q=a%26b" } as const;
  expect(addressOfView("acme", view)).toBe("/acme/events?tag=eu&q=a%26b&view=view_1");
});

test("a filter cannot lead anywhere else, nor name another view", () => {
  const view = { id: "view_1", log: "deliveries", query: "view=view_2&x=//evil.example" } as const;
  expect(addressOfView("acme", view)).toBe("/acme/deliveries?view=view_1&x=%2F%2Fevil.example");
});

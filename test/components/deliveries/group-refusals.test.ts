import { expect, test } from "vitest";
import { groupRefusals } from "#components/deliveries/group-refusals.ts";

const refused = (...details: string[]) =>
  details.map((detail, n) => ({ id: `dlv_${n}`, error: { code: "conflict", detail } }));

test("each reason stands once with its count, the most frequent first", () => {
  expect(groupRefusals(refused("Being sent.", "Disabled.", "Disabled."))).toEqual([
    { reason: "Disabled.", count: 2 },
    { reason: "Being sent.", count: 1 },
  ]);
});

test("nothing refused is no reason", () => {
  expect(groupRefusals([])).toEqual([]);
});

import { expect, test } from "vitest";
import { exampleOf, plainTestType, suggestType } from "#components/endpoints/test-event.ts";
import type { EventType } from "#lib/contracts/event-types.ts";

const catalogue = ["customer.created", "invoice.paid", "invoice.sent.late"].map(
  (name): EventType => ({
    name,
    description: "",
    schema: null,
    example: name === "invoice.paid" ? { id: 7 } : null,
    archived: false,
    createdAt: "2026-11-23T09:30:00.000Z",
    updatedAt: "2026-11-23T09:30:00.000Z",
  }),
);

test.each([
  [["invoice.*"], "invoice.paid"],
  [["invoice.sent.*"], "invoice.sent.late"],
  [["*"], "customer.created"],
  [["refund.made"], "refund.made"],
  [["refund.*"], plainTestType],
])("an endpoint that subscribes to %j is tested with %s", (patterns, name) => {
  expect(suggestType(patterns, catalogue)).toBe(name);
});

test("a test starts as the example of its type, or as a plain message", () => {
  expect(JSON.parse(exampleOf("invoice.paid", catalogue))).toEqual({ id: 7 });
  expect(JSON.parse(exampleOf("nothing.known", catalogue))).toHaveProperty("message");
});

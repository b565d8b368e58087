import { expect, test } from "vitest";
import { matching } from "#components/dashboard/palette/command.ts";
import { placeOfId } from "#components/dashboard/palette/place-of-id.ts";
import { idPrefixes } from "#lib/contracts/ids.ts";

const suffix = "01jd7w4c8xf0x9s3y6z1v2k5mn";

// A session is its owner's, not the tenant's.
const { session: _, ...ofTenant } = idPrefixes;

test.each(Object.values(ofTenant))("a pasted %s_ id leads to a page of the tenant", (prefix) => {
  expect(placeOfId("acme", ` ${prefix}_${suffix}\n`)?.href).toMatch(/^\/acme\//);
});

test("an id of a thing with a page leads to that page", () => {
  expect(placeOfId("acme", `dlv_${suffix}`)).toEqual({
    noun: "delivery",
    href: `/acme/deliveries/dlv_${suffix}`,
  });
});

test.each(["", "dlv_", `foo_${suffix}`, `dlv_${suffix}x`, "invoice.paid"])("%j is no id", (text) => {
  expect(placeOfId("acme", text)).toBeUndefined();
});

test("a command matches by every word, in any order, of label and hint", () => {
  const commands = [{ label: "Create an endpoint", href: "/a", icon: null, hint: "Webhook" }];
  expect(matching(commands, "endpoint create")).toHaveLength(1);
  expect(matching(commands, "web")).toHaveLength(1);
  expect(matching(commands, "endpoint delete")).toHaveLength(0);
});

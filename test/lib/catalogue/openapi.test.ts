import { expect, test } from "vitest";
import { openCatalogue } from "#lib/catalogue/open.ts";
import { catalogueDocument } from "#lib/catalogue/openapi.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

const schema = {
  type: "object",
  properties: { line: { $ref: "#/$defs/line" }, parent: { $ref: "#" } },
  $defs: { line: { type: "object", properties: { sum: { type: "integer" } } } },
};

test("another tenant imports what one publishes, with everything that a schema refers to", async () => {
  const [publisher, reader] = [await createTenantForTest(), await createTenantForTest()];
  const example = { line: { sum: 3 } };
  await publisher.request("POST", "/event-types", {
    name: "order.sent",
    description: "Sent",
    schema,
    example,
  });
  await publisher.request("POST", "/event-types", { name: "order.bare" });
  const { url } = (await publisher.request("POST", "/catalogue-link")).body;
  const token = String(url).split("/").at(-1) ?? "";
  const catalogue = await openCatalogue({ token, ipAddress: undefined });
  if (!catalogue) throw new Error("the link opens nothing");

  const document = await catalogueDocument(catalogue);
  expect(document).toMatchObject({
    info: { title: "Webhooks of Acme" },
    components: {
      schemas: {
        "order.sent": {
          properties: {
            line: { $ref: "#/components/schemas/order.sent/$defs/line" },
            parent: { $ref: "#/components/schemas/order.sent" },
          },
        },
        "order.bare": { type: "object" },
      },
    },
  });
  const { status, body } = await reader.request("POST", "/event-type-imports", { document });
  expect([status, body.data.map(({ action }: { action: string }) => action)]).toEqual([
    200,
    ["create", "create"],
  ]);
  const imported = (await reader.request("GET", "/event-types/order.sent")).body;
  expect(imported).toMatchObject({ description: "Sent", example });
  expect(JSON.stringify(imported.schema)).toContain('"sum":{"type":"integer"}');
});

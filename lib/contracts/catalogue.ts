import { z } from "zod";
import { timestamp } from "./fields.ts";
import { operation } from "./operation.ts";

export const catalogueLink = z
  .object({
    url: z.string().nullable().meta({ description: "Null while there is no link." }),
    createdBy: z.string().nullable(),
    createdAt: timestamp.nullable(),
  })
  .meta({ id: "CatalogueLink" });
export type CatalogueLink = z.infer<typeof catalogueLink>;

export const getCatalogueLink = operation({
  id: "getCatalogueLink",
  method: "get",
  path: "/catalogue-link",
  tag: "Event types",
  summary: "Get the public link of the catalogue",
  access: "read",
  answer: { status: 200, schema: catalogueLink },
});

export const createCatalogueLink = operation({
  id: "createCatalogueLink",
  method: "post",
  path: "/catalogue-link",
  tag: "Event types",
  summary: "Show the catalogue to anybody who has a link",
  description:
    "The page shows the event types that are not archived, with schema, example and versions, and no more; `/openapi.json` behind it is the same for tools. A former link stops working.",
  access: "event-types:write",
  answer: { status: 200, schema: catalogueLink },
});

export const removeCatalogueLink = operation({
  id: "removeCatalogueLink",
  method: "delete",
  path: "/catalogue-link",
  tag: "Event types",
  summary: "Show the catalogue to nobody outside any more",
  access: "event-types:write",
  answer: { status: 204, schema: null },
});

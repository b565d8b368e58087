import { z } from "zod";
import { delivery, deliveryFilter, deliveryReach } from "./deliveries.ts";
import { event, eventFilter } from "./events.ts";
import { operation } from "./operation.ts";

/** How many rows of a log one file holds. */
export const mostExportedRows = 50_000;

const format = z.enum(["json", "csv"]).default("json");
const description =
  "Sends what a filter finds as one file, newest first. It holds at most 50,000 rows; `Posthorn-Truncated: true` says that there are more. In CSV, a text that a spreadsheet would take for a formula begins with an apostrophe.";

export const exportEvents = operation({
  id: "exportEvents",
  method: "get",
  path: "/events/export",
  tag: "Events",
  summary: "Export events",
  description,
  access: "read",
  portal: { application: "query", query: { endpoint: "endpoint" } },
  query: eventFilter.omit({ limit: true, cursor: true }).extend({ format }),
  answer: { status: 200, schema: z.object({ data: z.array(event) }), file: "text/csv" },
});

export const exportDeliveries = operation({
  id: "exportDeliveries",
  method: "get",
  path: "/deliveries/export",
  tag: "Deliveries",
  summary: "Export deliveries",
  description,
  access: "read",
  portal: { application: "query", query: deliveryReach },
  query: deliveryFilter.omit({ limit: true, cursor: true }).extend({ format }),
  answer: { status: 200, schema: z.object({ data: z.array(delivery) }), file: "text/csv" },
});

import { z } from "zod";
import { addressable, eventTypeName, listQuery, page, timestamp } from "./fields.ts";
import { operation } from "./operation.ts";

const json: z.ZodType<unknown> = z.unknown();

export const eventType = z
  .object({
    name: eventTypeName,
    description: z.string(),
    schema: json.nullable().meta({ description: "JSON Schema (draft 2020-12) of data." }),
    example: json.nullable().meta({ description: "An example of data." }),
    archived: z.boolean(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "EventType" });
export type EventType = z.infer<typeof eventType>;

const params = z.strictObject({ name: eventTypeName });
const jsonObject = z.record(z.string(), z.unknown());

/** Of an event type of the catalogue, which has a page of its own; events may bear any `eventTypeName`. */
export const cataloguedName = addressable(eventTypeName).meta({ examples: ["invoice.paid"] });

export const createEventTypeBody = z.strictObject({
  name: cataloguedName,
  description: z.string().max(2_000).optional(),
  schema: jsonObject.nullable().optional(),
  example: jsonObject.nullable().optional(),
});

export const createEventType = operation({
  id: "createEventType",
  method: "post",
  path: "/event-types",
  tag: "Event types",
  summary: "Create an event type",
  access: "event-types:write",
  body: createEventTypeBody,
  answer: { status: 201, schema: eventType },
});

export const listEventTypes = operation({
  id: "listEventTypes",
  method: "get",
  path: "/event-types",
  tag: "Event types",
  summary: "List event types by name",
  access: "read",
  portal: {},
  query: listQuery.extend({
    q: z.string().max(200).optional(),
    archived: z.enum(["true", "false"]).optional(),
  }),
  answer: { status: 200, schema: page(eventType) },
});

export const getEventType = operation({
  id: "getEventType",
  method: "get",
  path: "/event-types/{name}",
  tag: "Event types",
  summary: "Get an event type",
  access: "read",
  portal: {},
  params,
  answer: { status: 200, schema: eventType },
});

export const eventTypeVersion = z
  .object({
    number: z.int(),
    schema: json.nullable(),
    createdBy: z.string(),
    createdAt: timestamp,
  })
  .meta({ id: "EventTypeVersion" });
export type EventTypeVersion = z.infer<typeof eventTypeVersion>;

export const listEventTypeVersions = operation({
  id: "listEventTypeVersions",
  method: "get",
  path: "/event-types/{name}/versions",
  tag: "Event types",
  summary: "List the schemas that an event type has had",
  description: "Newest first, the present one included; at most 100.",
  access: "read",
  params,
  answer: { status: 200, schema: z.object({ data: z.array(eventTypeVersion) }) },
});

export const importActions = ["create", "update", "none", "refuse"] as const;

export const importedEventType = z
  .object({
    name: z.string(),
    action: z.enum(importActions).meta({ description: "What the import does, or with dryRun would do." }),
    reason: z.string().nullable().meta({ description: "Why it is refused." }),
  })
  .meta({ id: "ImportedEventType" });
export type ImportedEventType = z.infer<typeof importedEventType>;

export const importEventTypes = operation({
  id: "importEventTypes",
  method: "post",
  path: "/event-type-imports",
  tag: "Event types",
  summary: "Import event types from OpenAPI or JSON Schema",
  description:
    "Of an OpenAPI 3.1 document each of its webhooks; of a JSON Schema its title, or each of its $defs where it describes nothing itself. At most 100. With `dryRun` nothing changes.",
  access: "event-types:write",
  body: z.strictObject({ document: jsonObject, dryRun: z.boolean().optional() }),
  answer: { status: 200, schema: z.object({ data: z.array(importedEventType) }) },
});

export const updateEventType = operation({
  id: "updateEventType",
  method: "patch",
  path: "/event-types/{name}",
  tag: "Event types",
  summary: "Update or archive an event type",
  access: "event-types:write",
  params,
  body: createEventTypeBody.omit({ name: true }).extend({ archived: z.boolean() }).partial(),
  answer: { status: 200, schema: eventType },
});

export const removeEventType = operation({
  id: "removeEventType",
  method: "delete",
  path: "/event-types/{name}",
  tag: "Event types",
  summary: "Delete an event type from the catalogue",
  description: "Events already posted and subscriptions by name keep working.",
  access: "event-types:write",
  params,
  answer: { status: 204, schema: null },
});

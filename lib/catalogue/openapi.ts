import type { OpenCatalogue } from "./open.ts";
import { readPublished } from "./published.ts";

type Webhook = { name: string; description: string; schema: unknown; example: unknown };

/** The catalogue as OpenAPI 3.1 with a webhook for each event type, which generators of code and our own import read. */
export async function catalogueDocument(catalogue: OpenCatalogue): Promise<object> {
  const eventTypes = await readPublished(catalogue);
  return {
    openapi: "3.1.0",
    info: { title: `Webhooks of ${catalogue.brand.name}`, version: "1" },
    webhooks: Object.fromEntries(eventTypes.map((eventType) => [eventType.name, webhookOf(eventType)])),
    components: {
      schemas: Object.fromEntries(eventTypes.map(({ name, schema }) => [name, schemaOf(name, schema)])),
    },
  };
}

function webhookOf({ name, description, example }: Webhook): object {
  const media = {
    schema: {
      type: "object",
      required: ["type", "timestamp", "data"],
      properties: {
        type: { const: name },
        timestamp: { type: "string", format: "date-time" },
        data: { $ref: placeOf(name) },
      },
    },
    ...(example === null ? {} : { example: { type: name, timestamp: exampleTime, data: example } }),
  };
  return {
    post: {
      ...(description === "" ? {} : { description }),
      requestBody: { required: true, content: { "application/json": media } },
      responses: { "2XX": { description: "Received; it is not sent again." } },
    },
  };
}

/** A schema without an id of its own is part of the document now, and so is what it refers to within itself. */
function schemaOf(name: string, schema: unknown): unknown {
  if (schema === null) return { type: "object" };
  return typeof schema === "object" && "$id" in schema ? schema : moved(schema, placeOf(name));
}

function moved(value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, place));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string" && /^#(\/|$)/.test(inner)
        ? [key, place + inner.slice(1)]
        : [key, moved(inner, place)],
    ),
  );
}

/** Names of event types may stand in a pointer as they are. */
function placeOf(name: string): string {
  return `#/components/schemas/${name}`;
}

const exampleTime = "2026-11-23T09:30:00.000Z";

import { cataloguedName } from "../contracts/event-types.ts";
import { invalid } from "../errors.ts";
import { bundleSchema, followReference, type JsonObject, objectAt } from "./bundle-schema.ts";

/** An event type as a document describes it; what the document does not say is undefined. */
export type DescribedEventType = {
  name: string;
  description: string | undefined;
  schema: JsonObject;
  example: JsonObject | undefined;
};

const maxEventTypes = 100;

/**
 * The event types in a document: the webhooks of an OpenAPI 3.1 one (§4.8.1), else what a JSON Schema (2020-12) is titled, or
 * its `$defs` where it describes nothing itself. Each schema stands by itself afterwards. Throws 422 when there are none, or
 * more than 100.
 */
export function readDocument(document: JsonObject): DescribedEventType[] {
  const found = objectAt(document, "openapi" in document ? "webhooks" : "$defs");
  const isSchema = !("openapi" in document) && ("properties" in document || "type" in document);
  const described = isSchema
    ? [fromSchema(document, document, textOf(document.title) ?? "")]
    : Object.entries(found).map(([name, value]) =>
        "openapi" in document ? fromWebhook(document, name, value) : fromSchema(document, value, name),
      );
  if (described.length === 0)
    throw invalid("document", "must be OpenAPI 3.1 with webhooks, or a JSON Schema with a title or $defs");
  if (described.length > maxEventTypes)
    throw invalid("document", `may hold at most ${maxEventTypes} event types`);
  return described;
}

/** Why a name cannot be an event type's, or undefined. */
export function faultOfName(name: string): string | undefined {
  if (name === "") return "The schema has no title to name the event type.";
  const fault = cataloguedName.safeParse(name).error?.issues[0]?.message;
  return fault === undefined ? undefined : `The name ${fault}.`;
}

function fromWebhook(document: JsonObject, name: string, value: unknown): DescribedEventType {
  const item = followReference(document, value);
  const operation = objectAt(item, "post" in item ? "post" : (Object.keys(item)[0] ?? ""));
  const body = followReference(document, operation.requestBody);
  const [media = {}] = Object.values(objectAt(body, "content")).filter(isObject);
  const schema = withoutEnvelope(document, media.schema);
  return {
    name,
    description: textOf(operation.description) ?? textOf(operation.summary) ?? textOf(item.description),
    schema: bundleSchema(document, schema),
    example: schema === media.schema ? exampleOf(media) : objectOrNothing(exampleOf(media)?.data),
  };
}

/** Many describe the whole body of a request; an event type's schema is that of `data` alone. */
function withoutEnvelope(document: JsonObject, schema: unknown): unknown {
  const properties = objectAt(followReference(document, schema), "properties");
  return "type" in properties && "data" in properties ? properties.data : schema;
}

function fromSchema(document: JsonObject, value: unknown, name: string): DescribedEventType {
  const schema = isObject(value) ? value : {};
  const [example] = Array.isArray(schema.examples) ? schema.examples : [schema.example];
  return {
    name,
    description: textOf(schema.description),
    schema: bundleSchema(document, schema),
    example: objectOrNothing(example),
  };
}

function exampleOf({ example, examples }: JsonObject): JsonObject | undefined {
  const [first] = isObject(examples) ? Object.values(examples) : [];
  return objectOrNothing(example ?? (isObject(first) ? first.value : undefined));
}

function objectOrNothing(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 2_000) : undefined;
}

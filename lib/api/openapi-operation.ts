import type { z } from "zod";
import type { Operation } from "../contracts/operation.ts";
import { refusalReference, requestIdHeader } from "./openapi-refusals.ts";
import { type JsonSchema, type Schemas, schemaOf } from "./openapi-schema.ts";

/** The operation object (OpenAPI 3.1 §4.8.10) of one operation; `x-permission` is what a role or scope must cover. */
export function operationObject(operation: Operation, schemas: Schemas): JsonSchema {
  const { id, tag, summary, description, access, portal } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    "x-permission": access,
    ...(portal ? { "x-portal": true } : {}),
    security: securityOf(operation),
    parameters: parametersOf(operation, schemas),
    ...requestBodyOf(operation, schemas),
    responses: responsesOf(operation, schemas),
  };
}

function securityOf({ access, portal }: Operation): JsonSchema[] {
  if (access === "public") return [];
  const ofPortal = { portal: [] };
  if (access === "portal-link" || access === "portal-session") return [ofPortal];
  return [{ apiKey: [] }, { session: [], tenant: [] }, ...(portal ? [ofPortal] : [])];
}

function parametersOf(operation: Operation, schemas: Schemas): JsonSchema[] {
  return [
    ...parametersIn("path", operation.params, schemas),
    ...parametersIn("query", operation.query, schemas),
    ...(operation.method === "post" ? [idempotencyKey] : []),
    ...(operation.answer.stream ? [lastEventId] : []),
  ];
}

function parametersIn(place: "path" | "query", object: z.ZodObject | undefined, schemas: Schemas) {
  if (!object) return [];
  const { properties = {}, required = [] } = schemaOf(object, { io: "input", schemas });
  return Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: place,
      required: place === "path" || (required as string[]).includes(name),
      ...(description === undefined ? {} : { description }),
      ...(schema.type === "array" ? { style: "form", explode: false } : {}),
      schema,
    }),
  );
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes the call safe to repeat for at least 24 hours: the same key and body return the first answer, the same key with another body is 422.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const lastEventId = {
  name: "Last-Event-ID",
  in: "header",
  required: false,
  description: "The id of the last message that was heard, to go on from there.",
  schema: { type: "string" },
};

function requestBodyOf({ body }: Operation, schemas: Schemas) {
  if (!body) return {};
  const required = !body.safeParse({}).success;
  const schema = schemaOf(body, { io: "input", schemas });
  return { requestBody: { required, content: { "application/json": { schema } } } };
}

const locationHeader = { Location: { required: true, schema: { type: "string" } } };

function responsesOf(operation: Operation, schemas: Schemas) {
  const { answer, dryRun } = operation;
  const refusals = statusesOf(operation).map((refused) => [refused, refusalReference(refused)]);
  return {
    ...(dryRun ? { [dryRun.status]: { ...successOf(dryRun, schemas), description: "Of a dry run" } } : {}),
    [answer.status]: successOf(answer, schemas),
    ...Object.fromEntries(refusals),
  };
}

function successOf({ status, schema, file, stream }: Operation["answer"], schemas: Schemas) {
  const content = schema && {
    [stream ? "text/event-stream" : "application/json"]: {
      schema: schemaOf(schema, { io: "output", schemas }),
    },
    ...(file ? { [file]: { schema: { type: "string" } } } : {}),
  };
  const headers = status === 201 ? { ...requestIdHeader, ...locationHeader } : requestIdHeader;
  return { description: meanings[status], headers, ...(content ? { content } : {}) };
}

const meanings = {
  200: "Done",
  201: "Created; the address is in Location",
  202: "Accepted",
  204: "Done; there is nothing to say",
};

function statusesOf({ method, params, query, body }: Operation): number[] {
  return [
    ...(body || query || method === "post" ? [400] : []),
    401,
    403,
    ...(params || body || query ? [404] : []),
    ...(method === "get" ? [] : [409]),
    ...(body ? [413, 415] : []),
    422,
    429,
    503,
  ];
}

import type { Operation } from "../contracts/operation.ts";
import { env } from "../env.ts";
import { version } from "../version.ts";
import { operationObject } from "./openapi-operation.ts";
import { refusals } from "./openapi-refusals.ts";
import type { Schemas } from "./openapi-schema.ts";

/** The OpenAPI 3.1 document of these operations, generated from the very schemas that validate. */
export function openApiDocument(operations: readonly Operation[]): Record<string, unknown> {
  const schemas: Schemas = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = operationObject(operation, schemas);
    paths[operation.path] = path;
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Posthorn API", version, description: introduction },
    servers: [{ url: `${env().url}/api/v1` }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas, responses: refusals(schemas), securitySchemes },
  };
}

const introduction = [
  "Times are RFC 3339 in UTC, ids are prefixed and sort by time.",
  "Lists are pages: follow nextCursor until it is null.",
  "Errors are application/problem+json (RFC 9457) with a stable code.",
].join(" ");

const securitySchemes = {
  apiKey: {
    type: "http",
    scheme: "bearer",
    description: "An API key: phk_ and a secret. Its scopes decide what it may do.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description:
      "The dashboard's session, together with the tenant header; changes only from the same origin.",
  },
  portal: {
    type: "http",
    scheme: "bearer",
    description: "A portal link or session: confined to one application and to what the link allows.",
  },
  tenant: {
    type: "apiKey",
    in: "header",
    name: "Posthorn-Tenant",
    description: "ten_… of the tenant meant.",
  },
};

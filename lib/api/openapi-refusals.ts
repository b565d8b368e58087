import { problem } from "../contracts/problem.ts";
import { errorTable } from "../errors.ts";
import { type JsonSchema, type Schemas, schemaOf } from "./openapi-schema.ts";

export const requestIdHeader = { "X-Request-Id": { required: true, schema: { type: "string" } } };

/** Refers an operation to the shared description of a refusal. */
export function refusalReference(status: number): JsonSchema {
  return { $ref: `#/components/responses/Refused${status}` };
}

/** The document's `components.responses`: each status of the error table once, with the codes it may carry. */
export function refusals(schemas: Schemas): Record<string, JsonSchema> {
  const statuses = [...new Set(Object.values(errorTable).map(({ status }) => status))];
  return Object.fromEntries(statuses.map((status) => [`Refused${status}`, refusal(status, schemas)]));
}

function refusal(status: number, schemas: Schemas): JsonSchema {
  const codes = Object.entries(errorTable).filter(([, entry]) => entry.status === status);
  const retryAfter = { "Retry-After": { required: true, schema: { type: "integer" } } };
  const quota = {
    RateLimit: { schema: { type: "string" } },
    "RateLimit-Policy": { schema: { type: "string" } },
  };
  return {
    description: codes.map(([code, { title }]) => `${title} (\`${code}\`)`).join("; "),
    headers: {
      ...requestIdHeader,
      ...(status === 429 || status === 503 ? retryAfter : {}),
      ...(status === 429 ? quota : {}),
    },
    content: { "application/problem+json": { schema: schemaOf(problem, { io: "output", schemas }) } },
  };
}

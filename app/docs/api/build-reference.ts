import type {
  DocumentedAnswer,
  ReferenceGroup,
  ReferenceOperation,
} from "#components/docs/reference/reference.ts";
import { readSchema } from "#components/schema/read-schema.ts";
import type { SchemaNode } from "#components/schema/schema-node.ts";
import { type Schemas, schemaOf } from "#lib/api/openapi-schema.ts";
import { routes } from "#lib/api/routes.ts";
import type { Operation } from "#lib/contracts/operation.ts";
import { curlOf } from "./curl-of.ts";
import { describeAccess } from "./describe-access.ts";

const memo = globalThis as { posthornReference?: ReferenceGroup[] };

/** The API as its contracts say it is, grouped by tag in the order of the routes; made once, since it never changes. */
export function reference(): ReferenceGroup[] {
  memo.posthornReference ??= buildReference();
  return memo.posthornReference;
}

function buildReference(): ReferenceGroup[] {
  const operations = routes.map((route) => route.operation);
  return [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, members]) => ({
    tag,
    id: tag.toLowerCase().replaceAll(" ", "-"),
    operations: inReadingOrder(members).map(toReference),
  }));
}

/** Objects in the order of the routes, each from the whole list to its parts, create before get before change. */
function inReadingOrder(operations: readonly Operation[]): Operation[] {
  const byObject = Map.groupBy(operations, ({ path }) => path.split("/")[1]);
  const methods = ["post", "get", "patch", "delete"];
  return [...byObject.values()].flatMap((group) =>
    group.toSorted(
      (a, b) => a.path.localeCompare(b.path, "en") || methods.indexOf(a.method) - methods.indexOf(b.method),
    ),
  );
}

function toReference(operation: Operation): ReferenceOperation {
  const { id, method, path, summary, description = "", access, params, query, body } = operation;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    access: describeAccess(access),
    takesIdempotencyKey: method === "post",
    pathParameters: read(params, "input")?.children ?? [],
    queryParameters: read(query, "input")?.children ?? [],
    body: read(body, "input"),
    answer: readAnswer(operation.answer),
    dryRun: operation.dryRun ? readAnswer(operation.dryRun) : null,
    curl: curlOf(operation),
  };
}

function readAnswer({ status, schema }: Operation["answer"]): DocumentedAnswer {
  return { status, schema: read(schema ?? undefined, "output") };
}

function read(schema: Operation["body"], io: "input" | "output"): SchemaNode | null {
  if (!schema) return null;
  const schemas: Schemas = {};
  const top = schemaOf(schema, { io, schemas });
  return readSchema(top, { components: { schemas } });
}

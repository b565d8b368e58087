import { isDeepStrictEqual } from "node:util";
import { type Context, databaseOf, transaction } from "../context.ts";
import type { EventType, ImportedEventType } from "../contracts/event-types.ts";
import { defined } from "../defined.ts";
import { AppError, invalid } from "../errors.ts";
import { checkSchema } from "./check-schema.ts";
import { createEventType } from "./create.ts";
import { type DescribedEventType, faultOfName, readDocument } from "./read-document.ts";
import { toEventType } from "./to-event-type.ts";
import { updateEventType } from "./update.ts";

type Import = { document: Record<string, unknown>; dryRun?: boolean | undefined };

/**
 * Creates and changes the event types that a document describes, all of them or none but those refused, and says what was
 * done to each; a dry run says what would be. What the document does not say stays as it is. Throws 422 for a document without
 * event types.
 */
export function importEventTypes(
  ctx: Context,
  { document, dryRun = false }: Import,
): Promise<{ data: ImportedEventType[] }> {
  const described = readDocument(document);
  const faults = faultsOf(described);
  return transaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const present = await readPresent(inside, described);
    const data: ImportedEventType[] = [];
    for (const one of described) {
      const reason = faults.get(one) ?? null;
      const action = reason === null ? actionFor(one, present.get(one.name)) : "refuse";
      data.push({ name: one.name, action, reason });
      if (!dryRun) await carryOut(inside, action, one);
    }
    return { data };
  });
}

const budgetMs = 2_000;

/** Checked one after the other, for no longer than this together: nothing else is answered meanwhile. */
function faultsOf(described: readonly DescribedEventType[]): Map<DescribedEventType, string> {
  const faults = new Map<DescribedEventType, string>();
  const startedAtMs = performance.now();
  for (const one of described) {
    const fault = faultOfName(one.name) ?? faultOfSchema(one);
    if (fault !== undefined) faults.set(one, fault);
    if (performance.now() - startedAtMs > budgetMs)
      throw invalid("document", "takes too long to evaluate; import it in parts");
  }
  return faults;
}

function faultOfSchema({ schema, example }: DescribedEventType): string | undefined {
  try {
    checkSchema({ schema, example });
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [first] = error.fields;
    return first ? `${first.path} ${first.message}`.slice(0, 300) : error.message;
  }
}

async function readPresent(ctx: Context, described: readonly DescribedEventType[]) {
  const names = described.map(({ name }) => name);
  const where = { tenantId: ctx.tenantId, name: { in: names } };
  const rows = await databaseOf(ctx).eventType.findMany({ where });
  return new Map(rows.map((row) => [row.name, toEventType(row)]));
}

function actionFor(one: DescribedEventType, present: EventType | undefined): ImportedEventType["action"] {
  if (!present) return "create";
  const { description = present.description, schema, example = present.example } = one;
  const same = isDeepStrictEqual(
    [description, schema, example],
    [present.description, present.schema, present.example],
  );
  return same ? "none" : "update";
}

async function carryOut(ctx: Context, action: ImportedEventType["action"], one: DescribedEventType) {
  const { name, schema, ...rest } = one;
  const { description, example } = rest;
  const given = { name, schema, ...defined({ description, example }) };
  if (action === "create") await createEventType(ctx, given);
  if (action === "update") await updateEventType(ctx, given);
}

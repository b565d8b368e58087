import { isDeepStrictEqual } from "node:util";
import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { jsonColumn } from "./to-event-type.ts";

const keptVersions = 100;

/**
 * Notes the schema an event type has from now on, unless it is that of its latest version; the order of keys makes no
 * difference. No schema at all begins no history. Kept are the newest 100.
 */
export async function noteVersion(
  { tenantId, actor }: Context,
  tx: Transaction,
  { name, schema }: { name: string; schema: unknown },
): Promise<void> {
  const latest = await tx.eventTypeVersion.findFirst({
    where: { tenantId, name },
    orderBy: { number: "desc" },
  });
  if (latest ? isDeepStrictEqual(latest.schema, schema) : schema === null) return;
  const number = (latest?.number ?? 0) + 1;
  const given = jsonColumn(schema as Record<string, unknown> | null);
  await tx.eventTypeVersion.createMany({
    data: [
      { tenantId, name, number, createdBy: actor.label, ...(given === undefined ? {} : { schema: given }) },
    ],
  });
  await tx.eventTypeVersion.deleteMany({ where: { tenantId, name, number: { lte: number - keptVersions } } });
}

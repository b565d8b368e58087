import { Prisma } from "#prisma/generated/client.ts";
import type { EventType } from "../contracts/event-types.ts";

type Row = Prisma.EventTypeGetPayload<object>;

/** The contract's shape of an event type's row. */
export function toEventType(row: Row): EventType {
  return {
    name: row.name,
    description: row.description,
    schema: row.schema,
    example: row.example,
    archived: row.archivedAt !== null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** An event type as the audit log names it. */
export function eventTypeTarget({ name }: Pick<Row, "name">) {
  return { kind: "eventType", id: name, label: name };
}

/** A JSON column's value as Prisma takes it: SQL NULL for null, nothing for what is not given. */
export function jsonColumn(value: Record<string, unknown> | null | undefined) {
  if (value === undefined) return undefined;
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject);
}

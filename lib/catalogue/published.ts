import type { Prisma } from "#prisma/generated/client.ts";
import { prisma } from "../db.ts";
import { toEventType } from "../event-types/to-event-type.ts";
import type { OpenCatalogue } from "./open.ts";

/** An event type in a list of them. */
export type PublishedName = { name: string; description: string };

/** An event type as the public sees it: nothing of who made it, or who receives it. */
export type PublishedEventType = PublishedName & {
  schema: unknown;
  example: unknown;
  /** Newest first. */
  versions: { number: number; schema: unknown; createdAt: string }[];
};

const most = 2_000;

/** The event types of an open catalogue by name, those that are archived left out. */
export async function listPublished({ tenantId }: OpenCatalogue): Promise<PublishedName[]> {
  return prisma().eventType.findMany({
    where: { tenantId, archivedAt: null },
    select: { name: true, description: true },
    orderBy: { name: "asc" },
    take: most,
  });
}

/** One event type of an open catalogue with all there is to show; undefined when there is none, or it is archived. */
export async function findPublished(
  { tenantId }: OpenCatalogue,
  name: string,
): Promise<PublishedEventType | undefined> {
  const where = { tenantId, name, archivedAt: null };
  const row = await prisma().eventType.findFirst({ where, include: withVersions });
  return row ? toPublished(row) : undefined;
}

/** Every event type of an open catalogue with its schema and example, for tools. */
export async function readPublished({
  tenantId,
}: OpenCatalogue): Promise<Omit<PublishedEventType, "versions">[]> {
  const where = { tenantId, archivedAt: null };
  const rows = await prisma().eventType.findMany({ where, orderBy: { name: "asc" }, take: most });
  return rows
    .map(toEventType)
    .map(({ name, description, schema, example }) => ({ name, description, schema, example }));
}

const withVersions = {
  versions: { orderBy: { number: "desc" }, take: 100 },
} satisfies Prisma.EventTypeInclude;

type Row = Prisma.EventTypeGetPayload<{ include: typeof withVersions }>;

function toPublished(row: Row): PublishedEventType {
  const { name, description, schema, example } = toEventType(row);
  const versions = row.versions.map(({ number, schema: then, createdAt }) => ({
    number,
    schema: then,
    createdAt: createdAt.toISOString(),
  }));
  return { name, description, schema, example, versions };
}

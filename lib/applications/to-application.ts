import type { Prisma } from "#prisma/generated/client.ts";
import type { Application } from "../contracts/applications.ts";
import { toPublicId } from "../ids.ts";

/** What must be read of an application to show it. */
export const applicationIncludes = {
  _count: { select: { endpoints: { where: { deletedAt: null } } } },
} as const satisfies Prisma.ApplicationInclude;

type Row = Prisma.ApplicationGetPayload<{ include: typeof applicationIncludes }>;

/** The contract's shape of an application's row. */
export function toApplication(row: Row): Application {
  return {
    id: toPublicId("application", row.id),
    uid: row.uid,
    name: row.name,
    isDefault: row.isDefault,
    metadata: row.metadata as Record<string, string>,
    endpointCount: row._count.endpoints,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** An application as the audit log names it. */
export function applicationTarget({ id, name }: { id: string; name: string }) {
  return { kind: "application", id: toPublicId("application", id), label: name };
}

import type { Prisma } from "#prisma/generated/client.ts";
import type { Context } from "../context.ts";
import { type SavedView, viewedLogs } from "../contracts/views.ts";
import { toPublicId } from "../ids.ts";
import { personOf } from "./person-of.ts";

/** What must be read of a view to show it. */
export const withOwner = {
  owner: { select: { id: true, name: true, email: true } },
} as const satisfies Prisma.SavedViewInclude;

export type ViewRow = Prisma.SavedViewGetPayload<{ include: typeof withOwner }>;

/** The contract's shape of a view's row, for whoever asks. */
export function toView(ctx: Context, row: ViewRow): SavedView {
  const { owner } = row;
  return {
    id: toPublicId("view", row.id),
    log: viewedLogs.find((log) => log === row.log) ?? "deliveries",
    name: row.name,
    query: row.query,
    isShared: row.isShared,
    owner: owner && { id: toPublicId("user", owner.id), name: owner.name || owner.email },
    isOwn: owner !== null && owner.id === personOf(ctx),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A view as the audit log names it. */
export function viewTarget({ id, name }: Pick<ViewRow, "id" | "name">) {
  return { kind: "view", id: toPublicId("view", id), label: name };
}

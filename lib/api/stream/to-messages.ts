import type { ChangeGroup } from "../../changes/change.ts";
import { type ChangeKind, mostNamed, type StreamMessage } from "../../contracts/stream.ts";
import { toPublicId } from "../../ids.ts";

/** What of these changes one stream tells, a message for each kind: all of the tenant, or of one application. */
export function toMessages(
  groups: readonly ChangeGroup[],
  applicationId: string | undefined,
): StreamMessage[] {
  const told = groups.filter((group) => applicationId === undefined || group.applicationId === applicationId);
  return [...Map.groupBy(told, ({ kind }) => kind)].map(([kind, ofKind]) => ({
    type: "changed",
    kind,
    ids: named(
      kind,
      ofKind.map(({ ids }) => ids),
    ),
    endpoints: named(
      "endpoint",
      ofKind.map(({ endpointId }) => (endpointId === undefined ? null : [endpointId])),
    ),
  }));
}

function named(kind: ChangeKind, lists: readonly (readonly string[] | null)[]): string[] | null {
  const ids = new Set<string>();
  for (const list of lists) {
    if (list === null) return null;
    for (const id of list) ids.add(id);
  }
  return ids.size > mostNamed ? null : [...ids].map((id) => toPublicId(kind, id));
}

import type { ChangeKind } from "../contracts/stream.ts";

/** Something of a tenant changed. Never how: whoever is told reads it through the API, which decides what they may see. */
export type Change = {
  tenantId: string;
  /** Null for what belongs to no single application, of which a portal session is not told. */
  applicationId: string | null;
  kind: ChangeKind;
  /** Of deliveries: whom they are for, where that is known. */
  endpointId?: string;
  /** Left out when it is too many to name. */
  id?: string;
};

type OfEvent = { id: string; tenantId: string; applicationId: string };
type OfDelivery = OfEvent & { endpointId: string };

export function eventChange({ id, tenantId, applicationId }: OfEvent): Change {
  return { kind: "event", tenantId, applicationId, id };
}

export function deliveryChange({ id, tenantId, applicationId, endpointId }: OfDelivery): Change {
  return { kind: "delivery", tenantId, applicationId, endpointId, id };
}

/** Changes of one kind within an application, and of one endpoint if it is named; `ids` is null when there are more than are named. */
export type ChangeGroup = Omit<Change, "id"> & { ids: string[] | null };

export type ChangeGroups = Map<string, ChangeGroup>;

const mostIds = 20;

/** Adds a change to its group. */
export function addChange(groups: ChangeGroups, change: Change): void {
  const { kind, tenantId, applicationId, endpointId, id } = change;
  const key = `${kind} ${tenantId} ${applicationId} ${endpointId}`;
  const known = groups.get(key);
  if (known) known.ids = withId(known.ids, id);
  else {
    const ids = withId([], id);
    groups.set(key, {
      kind,
      tenantId,
      applicationId,
      ...(endpointId === undefined ? {} : { endpointId }),
      ids,
    });
  }
}

function withId(ids: string[] | null, id: string | undefined): string[] | null {
  if (ids === null || id === undefined) return null;
  if (ids.includes(id)) return ids;
  return ids.length < mostIds ? [...ids, id] : null;
}

"use client";

import { createSerializer, type Nullable, useQueryStates, type Values } from "nuqs";
import { isPublicId } from "#components/log/is-public-id.ts";
import { isNarrowed, windowOf } from "#components/log/log-range.ts";
import type { DeliveryFilter } from "#lib/client/deliveries.ts";
import { deliveryParameters } from "./delivery-parameters.ts";

/** What a log on another object's page is confined to: public ids, and a name for the event type. */
export interface FixedDeliveryFilter {
  endpoint?: string;
  event?: string;
  application?: string;
  eventType?: string;
}

export type DeliveryChoices = Values<typeof deliveryParameters>;

/** The filter of a delivery log: read from the address, written to it, and as the API takes it. */
export function useDeliveryFilter(fixed: FixedDeliveryFilter) {
  const [choices, setChoices] = useQueryStates(deliveryParameters);
  const change = (changes: Partial<Nullable<DeliveryChoices>>) =>
    setChoices({ ...changes, cursor: null }, { history: "q" in changes ? "replace" : "push" });
  return {
    choices,
    change,
    clear: () => setChoices(null, { history: "push" }),
    showFirstPage: () => setChoices({ cursor: null }, { history: "replace" }),
    isFiltered: isFiltered(choices),
    query: queryOf(choices),
    filter: filterOf(choices, fixed),
  };
}

const serialize = createSerializer(deliveryParameters);

/** The filter as it stands behind the ? of the address, without the page and the view. */
function queryOf(choices: DeliveryChoices): string {
  return new URLSearchParams(serialize({ ...choices, cursor: null, view: null })).toString();
}

function isFiltered({ range, cursor: _, view: __, ...choices }: DeliveryChoices): boolean {
  return isNarrowed(range) || Object.values(choices).some((choice) => choice !== null && choice.length > 0);
}

function filterOf(choices: DeliveryChoices, fixed: FixedDeliveryFilter): DeliveryFilter {
  const { status, type, code, error, tag, channel, replay, q, range, cursor } = choices;
  const application = fixed.application ?? choices.application;
  const endpoint = fixed.endpoint ?? choices.endpoint;
  return {
    ...(status.length > 0 && { status }),
    ...(fixed.eventType ? { eventType: [fixed.eventType] } : type.length > 0 && { eventType: type }),
    ...(error.length > 0 && { errorKind: error }),
    ...(application && { application }),
    ...(endpoint && { endpoint }),
    ...(fixed.event && { event: fixed.event }),
    ...(code && { responseStatus: code }),
    ...(tag && { tag }),
    ...(channel && { channel }),
    ...(replay && { replay }),
    ...(q.trim() && { q: q.trim() }),
    ...(cursor && { cursor }),
    ...(fixed.event || isPublicId(q) ? {} : windowOf(range)),
  };
}

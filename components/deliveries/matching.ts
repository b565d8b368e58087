import { type ReplayDraft, usualDraft } from "#components/replays/draft.ts";
import { type ReplayableStatus, replayableStatuses } from "#lib/contracts/replays.ts";
import type { DeliveryChoices, FixedDeliveryFilter } from "./use-delivery-filter.ts";

/** Why what a log is filtered for cannot be the scope of a replay; undefined when it can. */
export function whyNotScope({ q, replay, tag, channel }: DeliveryChoices): string | undefined {
  if (q.trim()) return "Clear the search first: filters can be resent, a search cannot";
  if (tag || channel) return `Clear the ${tag ? "tag" : "channel"} first: it cannot be the scope of a replay`;
  if (replay) return "Clear the replay filter first";
  return undefined;
}

/** What a log is filtered for as the scope of a replay; of all states, those that did not arrive. */
export function draftOf(choices: DeliveryChoices, fixed: FixedDeliveryFilter): ReplayDraft {
  const statuses = choices.status.filter(isReplayable);
  return {
    endpoint: fixed.endpoint ?? choices.endpoint,
    application: fixed.application ?? choices.application,
    eventTypes: fixed.eventType ? [fixed.eventType] : choices.type,
    statuses: statuses.length > 0 ? statuses : usualDraft.statuses,
    responseStatus: choices.code,
    errorKinds: choices.error,
    range: choices.range,
  };
}

/** Whether a scope of these choices holds all that the log is filtered for, and not only what did not arrive. */
export function holdsAll({ status }: DeliveryChoices): boolean {
  return status.length > 0 && status.every(isReplayable);
}

function isReplayable(status: string): status is ReplayableStatus {
  return (replayableStatuses as readonly string[]).includes(status);
}

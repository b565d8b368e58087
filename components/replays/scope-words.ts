import { errorKindNames } from "#components/deliveries/error-kind-names.ts";
import { statuses } from "#components/ui/status.ts";
import { type Replay, replayableStatuses } from "#lib/contracts/replays.ts";

type Scope = Replay["scope"];

/** What a replay is confined to, for its name: an endpoint's address, an application, or everything. */
export function placeOf({ endpointUrl, applicationName }: Scope): string {
  return endpointUrl ?? applicationName ?? "All endpoints";
}

/** "Failed and retrying · invoice.paid · 5xx": which of the deliveries there. */
export function describeWhich({ status, eventTypes, responseStatus, errorKind }: Scope): string {
  const inOrder = replayableStatuses.filter((one) => status.includes(one));
  const states = joined(inOrder.map((one) => statuses[one].word.toLowerCase()));
  return [
    states.charAt(0).toUpperCase() + states.slice(1),
    ...(eventTypes.length > 0 ? [shortened(eventTypes)] : []),
    ...(responseStatus ? [`HTTP ${responseStatus}`] : []),
    ...(errorKind.length > 0 ? [errorKind.map((kind) => errorKindNames[kind]).join(", ")] : []),
  ].join(" · ");
}

const mostNamed = 3;

function shortened(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return names.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

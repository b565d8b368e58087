import type { EndpointRow } from "./find.ts";

export type State = EndpointRow["state"];
type Wish = { disabled?: boolean | undefined; paused?: boolean | undefined };

/** The state an endpoint is to be in: `disabled` outweighs `paused`, what is not given stays as it is. */
export function nextState(state: State, { disabled, paused }: Wish): State {
  if (disabled ?? state === "disabled") return "disabled";
  return (paused ?? state === "paused") ? "paused" : "enabled";
}

/** What stands in the row of an endpoint that a person disabled. */
export function closedColumns() {
  return { disabledReason: "manual", disabledAt: new Date() };
}

/** The change of state as the audit log calls it; undefined when the state stays. */
export function stateAction(before: State, after: State): string | undefined {
  if (before === after) return undefined;
  if (after === "enabled") return before === "paused" ? "endpoint.resumed" : "endpoint.enabled";
  return `endpoint.${after}`;
}

import type { Endpoint } from "#lib/contracts/endpoints.ts";

/** Which endpoints the overview looks at, asked by the server for the first paint and by the page from then on. */
export const attentionFilter = { needsAttention: "true", limit: 25 } as const;

const named = 5;

/** The few to name: those that fail now before those that were disabled, and paused ones last. */
export function worstFirst(endpoints: readonly Endpoint[]): Endpoint[] {
  return endpoints.toSorted((one, other) => rank(one) - rank(other)).slice(0, named);
}

function rank({ state }: Endpoint): number {
  return { enabled: 0, disabled: 1, paused: 2 }[state];
}

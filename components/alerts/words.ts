import type { Alert, AlertCause } from "#lib/contracts/alerts.ts";

export const causeWords: Record<AlertCause, { label: string; meaning: string }> = {
  "endpoint.failing": { label: "Endpoint failing", meaning: "Most of its attempts fail" },
  "endpoint.disabled": {
    label: "Endpoint disabled",
    meaning: "By Posthorn: it answered 410, or failed for days",
  },
  "endpoint.recovered": { label: "Endpoint recovered", meaning: "Its deliveries succeed again" },
  "delivery.exhausted": { label: "Deliveries given up", meaning: "Every attempt was used up" },
};

/** The words for what an alert is about. */
export function labelOf(cause: Alert["cause"]): string {
  return cause === "test" ? "Test" : causeWords[cause].label;
}

import type { Invariant } from "./invariant.ts";

const terminal = new Set(["delivered", "failed", "canceled"]);

export const terminalState: Invariant = {
  name: "I2",
  promise: "every delivery reaches exactly one terminal state within its horizon",
  findBroken: (facts) =>
    facts.deliveries
      .filter((delivery) => !terminal.has(delivery.status))
      .map(
        ({ id, eventId, endpointId, status, attemptCount }) =>
          `delivery ${id} of ${eventId} to ${facts.endpointNames.get(endpointId)} is still ${status} after ${attemptCount} attempts`,
      ),
};

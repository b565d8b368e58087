/** Every place where a chaos run may end the process, by the step of an event's life it belongs to. */
export const failpoints = [
  "accept.before-commit",
  "accept.after-commit",
  "fan-out.before-commit",
  "fan-out.after-commit",
  "wake.after-fetch",
  "claim.before-commit",
  "claim.after-commit",
  "send.before-request",
  "send.after-answer",
  "settle.before-commit",
  "settle.after-commit",
  "sweep.before-commit",
  "sweep.after-commit",
  "cancel.after-commit",
  "resend.before-commit",
  "resend.after-commit",
  "replay.before-commit",
  "replay.after-commit",
  "retention.before-commit",
  "retention.after-commit",
] as const;

export type Failpoint = (typeof failpoints)[number];

/**
 * Marks a place where a crash would hurt most. Does nothing, unless a preload of the chaos harness put a hook there before
 * this module was loaded: no setting and no request can arm it.
 */
export const failpoint: (name: Failpoint) => void =
  (globalThis as { posthornFailpoint?: (name: Failpoint) => void }).posthornFailpoint ?? (() => undefined);

import type { Failpoint } from "#lib/failpoint.ts";

/** What the harness tells a web or worker to suffer; `preload.ts` obeys. */
export type Order =
  /** End as by kill -9 the `nth` time from now that this place is passed. */
  | { order: "crash-at"; failpoint: Failpoint; nth: number }
  | { order: "disarm" }
  /** Block the event loop. */
  | { order: "stall"; forMs: number }
  /** Live that far ahead of (or behind) the true time. */
  | { order: "shift-clock"; byMs: number };

/** The variable that carries an order to obey from the very start. */
export const firstOrderVariable = "POSTHORN_CHAOS_ORDER";

import type { Fault } from "./fault.ts";

/** Jobs are wake-ups, never truth. */
export const truncateQueue: Fault = {
  name: "TRUNCATE of the queue",
  isOurs: true,
  async strike({ postgres }) {
    await postgres.admin.query("TRUNCATE pgboss.job");
    return { detail: "", kills: 0, inFlight: 0 };
  },
};

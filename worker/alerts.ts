import { sendDueAlerts } from "#lib/alerts/send-due.ts";
import { watchAlerts } from "#lib/alerts/watch.ts";
import { createSender } from "#lib/delivery/send.ts";
import { egressPolicy } from "#lib/egress-policy.ts";
import { env } from "#lib/env.ts";
import { every } from "./every.ts";

/** Watches for what is to be told and sends it; answers with a function that ends both. */
export function runAlerts(): () => Promise<void> {
  const sender = createSender({
    policy: egressPolicy(),
    proxy: env().egressProxy,
    maxResponseBytes: 1_024,
    idleMs: 1_000,
  });
  const stops = [every(5, "watch alerts", watchAlerts), every(1, "send alerts", () => sendDueAlerts(sender))];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await sender.close();
  };
}

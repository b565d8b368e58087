import type { Alert as AlertRow } from "#prisma/generated/client.ts";
import { pool, prisma } from "../db.ts";
import type { Sender } from "../delivery/send.ts";
import { log } from "../log.ts";
import { postAlertEvent } from "./post-event.ts";
import { postToSlack } from "./post-to-slack.ts";

const maxTries = 5;

/**
 * Sends the alerts that wait for the Slack-compatible webhook or as an event, each way at least once: who takes one has a
 * minute until somebody else may. Given up after five tries, with the last error kept.
 */
export async function sendDueAlerts(sender: Sender): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(takeStatement);
  if (rows.length === 0) return;
  const alerts = await prisma().alert.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  await Promise.all(alerts.map((alert) => sendAlert(alert, sender)));
}

const takeStatement = `
  UPDATE alerts SET tries = tries + 1, next_try_at = now() + interval '1 min'
   WHERE id IN (SELECT id FROM alerts WHERE (slack = 'queued' OR event = 'queued') AND next_try_at <= now()
                 ORDER BY next_try_at LIMIT 20 FOR UPDATE SKIP LOCKED)
  RETURNING id`;

async function sendAlert(alert: AlertRow, sender: Sender): Promise<void> {
  const [slack, event] = await Promise.all([
    outcome(alert, "slack", () => postToSlack(alert, sender)),
    outcome(alert, "event", () => postAlertEvent(alert)),
  ]);
  const error = slack.error ?? event.error;
  const waitSeconds = 5 * 3 ** alert.tries;
  await prisma().alert.update({
    where: { id: alert.id },
    data: {
      slack: slack.state,
      event: event.state,
      error,
      nextTryAt: new Date(Date.now() + waitSeconds * 1_000),
    },
  });
}

type Outcome = { state: string; error: string | null };

async function outcome(
  alert: AlertRow,
  way: "slack" | "event",
  send: () => Promise<string | null>,
): Promise<Outcome> {
  if (alert[way] !== "queued") return { state: alert[way], error: null };
  const error = await send().catch((thrown: unknown) => {
    log().warn({ err: thrown, alertId: alert.id, way }, "an alert was not sent");
    return "Posthorn could not send it.";
  });
  if (error === null) return { state: "sent", error: null };
  return { state: alert.tries >= maxTries ? "failed" : "queued", error };
}

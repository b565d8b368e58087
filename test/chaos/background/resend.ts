import type { Scene } from "../scene/scene.ts";

/** Sends the newest event, or a delivery that did not get through, again by hand, and notes it: those may come twice. */
export async function resendOne({ api, journal }: Scene, what: "event" | "delivery"): Promise<void> {
  const from = Date.now();
  const list =
    what === "event" ? "/events?type=order.paid&limit=1" : "/deliveries?status=failed,canceled&limit=1";
  const { body } = await api.call({ tenant: "loud", method: "GET", path: list });
  const found = body.data[0];
  if (!found) return;
  const action = what === "event" ? `/events/${found.id}/replay` : `/deliveries/${found.id}/retry`;
  const eventId = what === "event" ? found.id : found.event;
  const endpointId = what === "event" ? undefined : found.endpoint;
  await api.call({ tenant: "loud", method: "POST", path: action, body: {} });
  journal.add({ kind: "resend", eventId, endpointId, isRecovery: false, from, to: Date.now() });
}

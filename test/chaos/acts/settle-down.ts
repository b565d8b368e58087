import { stop } from "../faults/restart-gracefully.ts";
import { outagePart, pilePart, toggledPart, troubledParts } from "../scene/cast.ts";
import type { Scene } from "../scene/scene.ts";
import { within } from "../within.ts";
import { untilDrained } from "./until-drained.ts";

/** Mends every receiver, waits until nothing is open, sends some canceled deliveries again, and stops all processes as asked. */
export async function settleDown(scene: Scene): Promise<void> {
  const { producer, receiver, webs, workers, journal, monitor } = scene;
  await within(120_000, "mending all receivers", Promise.all([producer.ask("finish"), mendAll(scene)]));
  await untilDrained(scene);
  await within(120_000, "recovering what was canceled", recoverCanceled(scene));
  await untilDrained(scene);
  monitor.stop();
  const stopping = [...workers, ...webs].map((member) => stop({ journal }, member));
  await within(60_000, "stopping web and worker", Promise.all(stopping));
  await receiver.ask("close");
}

/** Whoever mends a receiver gives its endpoint a new address or resumes it; the pile is given up. */
async function mendAll({ receiver, endpoints, receiverUrl }: Scene): Promise<void> {
  await receiver.ask("behaveAll");
  await endpoints.change(pilePart.name, { disabled: true });
  for (const { name } of [outagePart, ...troubledParts]) await endpoints.mend(name, receiverUrl);
  for (const name of endpoints.names("churn-"))
    if (endpoints.isOpen(name)) await endpoints.change(name, { paused: false });
}

/** What was canceled while its endpoint was disabled can be had all the same once it is enabled. */
async function recoverCanceled({ api, endpoints, journal }: Scene): Promise<void> {
  const { endpointId, tenant } = endpoints.get(toggledPart.name);
  if (!endpoints.isOpen(toggledPart.name)) await endpoints.change(toggledPart.name, { disabled: false });
  const path = `/deliveries?endpoint=${endpointId}&status=canceled&limit=5`;
  const { body } = await api.call({ tenant, method: "GET", path });
  for (const { id, event } of body.data) {
    const from = Date.now();
    await api.call({ tenant, method: "POST", path: `/deliveries/${id}/retry`, body: {} });
    journal.add({ kind: "resend", eventId: event, endpointId, isRecovery: true, from, to: Date.now() });
  }
}

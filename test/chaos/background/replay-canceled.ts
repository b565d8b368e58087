import { toggledPart } from "../scene/cast.ts";
import type { Scene } from "../scene/scene.ts";

const hourMs = 3_600_000;

/** Disables an endpoint, which cancels what it has open, enables it and replays all it has missed since. */
export async function replayCanceled({ api, endpoints, journal }: Scene): Promise<void> {
  const { name } = toggledPart;
  const { tenant, endpointId } = endpoints.get(name);
  await endpoints.change(name, { disabled: true });
  await endpoints.change(name, { disabled: false });
  const from = Date.now();
  const span = { since: new Date(from - hourMs).toISOString(), until: new Date(from).toISOString() };
  const scope = { endpoint: endpointId, status: ["canceled"], ...span };
  const { status, body } = await api.call({ tenant, method: "POST", path: "/replays", body: scope });
  if (status >= 400) journal.surprise(`a replay of what ${name} missed was answered ${status} ${body.code}`);
  journal.add({ kind: "resend", eventId: undefined, endpointId, isRecovery: false, from, to: Date.now() });
}

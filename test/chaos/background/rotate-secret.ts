import { newSecret } from "#lib/delivery/sign.ts";
import { rotatedPart } from "../scene/cast.ts";
import type { Scene } from "../scene/scene.ts";

const overlapSeconds = 2;

/** Gives an endpoint a new secret, the former one still signing for a moment. */
export async function rotateSecret({ api, endpoints, journal }: Scene): Promise<void> {
  const from = Date.now();
  const { endpointId, tenant } = endpoints.get(rotatedPart.name);
  const secret = newSecret();
  const path = `/endpoints/${endpointId}/secret/rotate`;
  await api.call({ tenant, method: "POST", path, body: { secret, overlapSeconds } });
  journal.add({ kind: "secret", endpoint: rotatedPart.name, secret, overlapSeconds, from, to: Date.now() });
}

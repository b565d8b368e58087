import { crowdType } from "../scene/cast.ts";
import type { Scene } from "../scene/scene.ts";

let serial = 0;

/** Posts one event for more endpoints than an accept expands by itself. */
export async function postCrowdEvent({ producer }: Scene): Promise<void> {
  serial += 1;
  await producer.ask("post", {
    key: `crowd-${serial}`,
    type: crowdType,
    tenant: "crowd",
    application: "default",
    identity: "idempotency-key",
    form: "single",
    padding: 20,
  });
}

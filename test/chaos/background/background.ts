import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { Scene } from "../scene/scene.ts";
import { churnEndpoints } from "./churn-endpoints.ts";
import { postCrowdEvent } from "./post-to-crowd.ts";
import { replayCanceled } from "./replay-canceled.ts";
import { resendOne } from "./resend.ts";
import { rotateSecret } from "./rotate-secret.ts";

/** What goes on during the whole run beside events and faults, each again so many milliseconds after its last end. */
export function startBackground(scene: Scene, random: Random): () => Promise<void> {
  let isStopped = false;
  const again = async (everyMs: number, work: () => Promise<void>) => {
    while (!isStopped) {
      await work();
      await delay(everyMs);
    }
  };
  const churn = churnEndpoints(scene, random.fork("churn"));
  const choice = random.fork("resend");
  const running = Promise.all([
    again(200, () => rotateSecret(scene)),
    again(1_200, churn),
    again(1_500, () => resendOne(scene, choice.pick(["event", "delivery"]))),
    again(6_000, () => replayCanceled(scene)),
    again(10_000, () => postCrowdEvent(scene)),
  ]);
  // Whoever stops it is told why it failed.
  running.catch(() => undefined);
  return async () => {
    isStopped = true;
    await running;
  };
}

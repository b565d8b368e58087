import { setTimeout as delay } from "node:timers/promises";
import type { Failpoint } from "#lib/failpoint.ts";
import { postCrowdEvent } from "../background/post-to-crowd.ts";
import { replayCanceled } from "../background/replay-canceled.ts";
import { resendOne } from "../background/resend.ts";
import type { Scene } from "../scene/scene.ts";

/** Does what makes a process pass this place, again and again until told to stop; most are passed by the load alone. */
export function provoke(scene: Scene, failpoint: Failpoint): () => Promise<void> {
  const work = provocationOf(scene, failpoint);
  if (!work) return async () => undefined;
  let isStopped = false;
  const running = (async () => {
    while (!isStopped) {
      await work();
      await delay(pauseMs);
    }
  })();
  running.catch(() => undefined);
  return () => {
    isStopped = true;
    return running;
  };
}

const pauseMs = 300;

function provocationOf(scene: Scene, failpoint: Failpoint): (() => Promise<void>) | undefined {
  if (failpoint.startsWith("fan-out.")) return () => postCrowdEvent(scene);
  if (failpoint.startsWith("resend.")) return () => resendOne(scene, "event");
  if (/^(cancel|replay)\./.test(failpoint)) return () => replayCanceled(scene);
  return undefined;
}

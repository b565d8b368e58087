import { setTimeout as delay } from "node:timers/promises";
import type { Failpoint } from "#lib/failpoint.ts";
import { postCrowdEvent } from "../background/post-to-crowd.ts";
import { resendOne } from "../background/resend.ts";
import { toggledPart } from "../scene/cast.ts";
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
  return () => {
    isStopped = true;
    return running;
  };
}

const pauseMs = 300;

function provocationOf(scene: Scene, failpoint: Failpoint): (() => Promise<void>) | undefined {
  if (failpoint.startsWith("fan-out.")) return () => postCrowdEvent(scene);
  if (failpoint.startsWith("replay.")) return () => resendOne(scene, "event");
  if (failpoint.startsWith("cancel.")) return () => toggle(scene);
  return undefined;
}

async function toggle({ endpoints }: Scene): Promise<void> {
  await endpoints.change(toggledPart.name, { disabled: true });
  await endpoints.change(toggledPart.name, { disabled: false });
}

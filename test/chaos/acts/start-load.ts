import { join } from "node:path";
import { addOldEvents } from "../background/add-old-events.ts";
import { startBackground } from "../background/background.ts";
import { pileUp } from "../background/pile-up.ts";
import type { Options } from "../options.ts";
import type { Random } from "../random.ts";
import type { Scene } from "../scene/scene.ts";

/** Starts events and all that goes on beside them; the answer ends what can be ended without losing anything. */
export async function startLoad(
  scene: Scene,
  options: Options,
  random: Random,
): Promise<() => Promise<void>> {
  const { producer, webs, apiKeys, dir, monitor } = scene;
  monitor.start();
  await producer.ask("start", {
    path: join(dir, "producer.ndjson"),
    seed: random.whole(0, 2 ** 31),
    urls: webs.map((web) => web.url),
    apiKeys,
    eventsPerSecond: options.eventsPerSecond,
  });
  const stopBackground = startBackground(scene, random);
  await addOldEvents(scene);
  const piling = pileUp(scene, options.pile);
  return async () => {
    await producer.ask("pause");
    await Promise.all([stopBackground(), piling]);
  };
}

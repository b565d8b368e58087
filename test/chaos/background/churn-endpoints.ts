import type { Random } from "../random.ts";
import { churnCount, churnPart } from "../scene/cast.ts";
import { enter, type Scene } from "../scene/scene.ts";

/** A function that opens, edits, pauses, disables or deletes one endpoint, another way each time it is called. */
export function churnEndpoints(scene: Scene, random: Random): () => Promise<void> {
  const alive: string[] = [];
  let created = 0;
  return async () => {
    if (alive.length < churnCount) {
      created += 1;
      const name = `churn-${created}`;
      await enter(scene, { ...churnPart, name });
      alive.push(name);
      return;
    }
    const name = random.pick(alive);
    const change = random.pick(changes);
    await change(scene, name, random);
    if (change === remove) alive.splice(alive.indexOf(name), 1);
  };
}

type Change = (scene: Scene, name: string, random: Random) => Promise<void>;

const changes: Change[] = [remove, toggle, toggle, pause, resubscribe, readdress];

function remove({ endpoints }: Scene, name: string): Promise<void> {
  return endpoints.remove(name);
}

function toggle({ endpoints }: Scene, name: string): Promise<void> {
  return endpoints.change(name, { disabled: endpoints.isOpen(name) });
}

async function pause({ endpoints }: Scene, name: string, random: Random): Promise<void> {
  await endpoints.change(name, { disabled: false, paused: random.chance(0.5) });
}

function resubscribe({ endpoints }: Scene, name: string, random: Random): Promise<void> {
  return endpoints.change(name, {
    eventTypes: random.pick([["order.*"], ["order.paid"], ["order.created", "order.paid"], ["*"]]),
  });
}

function readdress({ endpoints, receiverUrl }: Scene, name: string): Promise<void> {
  return endpoints.mend(name, receiverUrl);
}

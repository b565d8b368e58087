import type { Random } from "../random.ts";
import type { Scene } from "../scene/scene.ts";

/** What a fault did. */
export type Struck = {
  /** For people: whom it hit and how. */
  detail: string;
  kills: number;
  /** The most deliveries that were being sent when something died, was cut off or stood still. */
  inFlight: number;
};

/** One kind of trouble: strikes, heals, and resolves when everything runs again. Never leaves anything broken behind. */
export type Fault = {
  name: string;
  /** Reaches web, worker, queue or Postgres: until it is over, deliveries may take a minute. */
  isOurs: boolean;
  /** Leaves requests open that nobody tends. */
  isStandstill?: true;
  strike: (scene: Scene, random: Random) => Promise<Struck>;
};

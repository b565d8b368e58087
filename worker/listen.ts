import { listenTo } from "#lib/listen.ts";
import { log } from "#lib/log.ts";
import { lanesOf, wakeChannel } from "#lib/queue/wake.ts";

export type WakeUps = {
  /** These endpoints have something due. */
  onWakeUp: (endpointIds: string[]) => void;
  /** We hear again, and may have missed wake-ups until now. */
  onConnected: () => Promise<void>;
};

/** Hears wake-ups from now on; answers with a function that ends it. */
export function listenForWakeUps({ onWakeUp, onConnected }: WakeUps): () => Promise<void> {
  return listenTo({
    channel: wakeChannel,
    name: "posthorn-listen",
    onMessage: (payload) => onWakeUp(lanesOf(payload)),
    onConnected: () =>
      void onConnected().catch((error) => log().warn({ err: error }, "the next sweep finds what is due")),
  });
}

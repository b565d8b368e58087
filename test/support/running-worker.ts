import { stopBoss, superviseQueues } from "#lib/queue/boss.ts";
import { receiveForInboxes } from "#worker/inboxes.ts";
import { Lanes } from "#worker/lanes.ts";
import { listenForWakeUps } from "#worker/listen.ts";
import { workQueues } from "#worker/queue-jobs.ts";
import { wakeDueLanes } from "#worker/sweep.ts";

export type RunningWorker = { lanes: Lanes; stop: () => Promise<void> };

/** The worker's lanes and queues in this process, without its schedules, so that a test decides when the sweep runs. */
export async function runWorker(): Promise<RunningWorker> {
  await superviseQueues();
  const inboxes = await receiveForInboxes();
  const lanes = new Lanes({ inboxPort: inboxes.port });
  const stopListening = listenForWakeUps({
    onWakeUp: (endpointIds) => lanes.add(endpointIds),
    onConnected: () => wakeDueLanes(lanes),
  });
  lanes.start();
  await workQueues(lanes);
  const stop = async () => {
    await stopListening();
    await lanes.stop();
    await inboxes.close();
    await stopBoss();
  };
  return { lanes, stop };
}

import { cancelOpenDeliveries } from "#lib/deliveries/cancel-open.ts";
import { sendEmail } from "#lib/emails/send.ts";
import { expandEvent } from "#lib/events/expand.ts";
import { failpoint } from "#lib/failpoint.ts";
import { boss } from "#lib/queue/boss.ts";
import type { JobData } from "#lib/queue/jobs.ts";
import { advanceReplay } from "#lib/replays/advance.ts";
import { postSampleEvents } from "#lib/sample-data/post-events.ts";
import type { Lanes } from "./lanes.ts";

const pollingIntervalSeconds = 0.5;

/** Works off the queues; every handler only delegates. */
export async function workQueues(lanes: Lanes): Promise<void> {
  const queue = await boss();
  await queue.work<JobData["lane-later"]>(
    "lane-later",
    { batchSize: 500, pollingIntervalSeconds },
    async (jobs) => {
      failpoint("wake.after-fetch");
      lanes.add(jobs.map((job) => job.data.endpointId));
    },
  );
  await queue.work<JobData["fan-out"]>("fan-out", { batchSize: 1, pollingIntervalSeconds }, async (jobs) => {
    for (const job of jobs) await expandEvent(job.data.eventId);
  });
  await queue.work<JobData["cancel-open"]>(
    "cancel-open",
    { batchSize: 1, pollingIntervalSeconds },
    async (jobs) => {
      for (const job of jobs) await cancelOpenDeliveries(job.data.endpointId);
    },
  );
  await queue.work<JobData["replay"]>("replay", { batchSize: 4, pollingIntervalSeconds }, async (jobs) => {
    await Promise.all(jobs.map((job) => advanceReplay(job.data.replayId)));
  });
  await queue.work<JobData["sample-events"]>(
    "sample-events",
    { batchSize: 1, pollingIntervalSeconds },
    async (jobs) => {
      for (const job of jobs) await postSampleEvents(job.data.tenantId);
    },
  );
  await queue.work<JobData["send-email"]>(
    "send-email",
    { batchSize: 1, pollingIntervalSeconds: 2 },
    async (jobs) => {
      for (const job of jobs) await sendEmail(job.data.emailId);
    },
  );
}

import type { Invariant } from "./invariant.ts";

/** One for each second or quarter of a minute in which something of the endpoint is due again. */
const maxLater = 60;
/** Done jobs are kept for a minute. */
const maxJobsPerEndpoint = 20;
const maxOtherJobs = 2_000;

export const smallQueue: Invariant = {
  name: "I12",
  promise: "queue tables do not grow with the backlog",
  findBroken({ samples, endpointNames }) {
    const maxJobs = maxJobsPerEndpoint * endpointNames.size + maxOtherJobs;
    const most = (of: (sample: (typeof samples)[number]) => number) =>
      samples.reduce((max, sample) => Math.max(max, of(sample)), 0);
    const later = most((sample) => sample.laterOfOne);
    const jobs = most((sample) => sample.jobs);
    return [
      ...(later > maxLater ? [`an endpoint had ${later} future wake-ups at once`] : []),
      ...(jobs > maxJobs ? [`the queue held ${jobs} jobs for ${endpointNames.size} endpoints`] : []),
    ];
  },
};

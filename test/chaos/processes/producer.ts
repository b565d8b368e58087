import { serve } from "#test/bench/processes/serve.ts";
import { DurableLog } from "../ledgers/durable-log.ts";
import type { Post, TenantName } from "../ledgers/lines.ts";
import { createRandom } from "../random.ts";
import { choosePost } from "./choose-post.ts";
import { postEvent } from "./post-event.ts";

export type Plan = {
  path: string;
  seed: number;
  urls: string[];
  apiKeys: Record<TenantName, string>;
  eventsPerSecond: number;
};

// A producer's backend in a process of its own: it writes down what it is about to post and what was acknowledged, and
// repeats a POST under the same identity until it has an answer.
const retryMs = [100, 500] as const;
const patienceMs = 30_000;
let log: DurableLog | undefined;
let plan: Plan | undefined;
let ticking: NodeJS.Timeout | undefined;
let posted = 0;
let isOver = false;
const open = new Set<Promise<void>>();
let acknowledged = 0;

const commands = {
  start(given: Plan): void {
    plan = given;
    log = new DurableLog(given.path);
    const random = createRandom(given.seed);
    ticking = setInterval(
      () => post(choosePost(random.fork(`post ${posted}`), posted)),
      1_000 / given.eventsPerSecond,
    );
  },
  /** Posts one event beside the stream. */
  post: (given: Post) => post(given),
  counts: () => ({ posted, acknowledged, open: open.size }),
  pause: () => clearInterval(ticking),
  /** Posts nothing new and resolves when everything has its answer, or when none has come for too long. */
  async finish(): Promise<void> {
    clearInterval(ticking);
    while (open.size > 0) {
      const before = open.size;
      await Promise.race([Promise.all(open), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      if (open.size === before) break;
    }
    isOver = true;
    log?.close();
  },
};
export type ProducerCommands = typeof commands;
serve(commands);

function post(given: Post): void {
  posted += 1;
  const work = untilAnswered(given).finally(() => open.delete(work));
  open.add(work);
}

async function untilAnswered(given: Post): Promise<void> {
  if (!plan || !log) throw new Error("the producer was not started");
  const random = createRandom(plan.seed).fork(given.key);
  await log.append({ kind: "intent", at: Date.now(), post: given });
  for (;;) {
    const url = random.pick(plan.urls);
    const answer = await postEvent({ url, apiKey: plan.apiKeys[given.tenant], post: given });
    if (isOver) return;
    await log.append({ ...answer, at: Date.now(), key: given.key });
    if (answer.kind === "ack") acknowledged += 1;
    if (answer.kind !== "unknown") return;
    await new Promise((resolve) => setTimeout(resolve, random.whole(...retryMs)));
  }
}

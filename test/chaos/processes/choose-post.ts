import type { Post } from "../ledgers/lines.ts";
import type { Random } from "../random.ts";

/** The next event of the stream: mostly small ones of the loud tenant, now and then anything else a producer may send. */
export function choosePost(random: Random, serial: number): Post {
  const isQuiet = random.chance(0.1);
  return {
    key: `post-${serial}`,
    type: isQuiet ? "quiet.tick" : random.pick(["order.created", "order.paid"]),
    tenant: isQuiet ? "quiet" : "loud",
    application: "default",
    identity: random.pick(["idempotency-key", "idempotency-key", "own-id", "both"]),
    form: chooseForm(random),
    padding: random.chance(0.05) ? random.whole(1_000, 20_000) : random.whole(0, 400),
  };
}

function chooseForm(random: Random): Post["form"] {
  if (random.chance(0.02)) return "invalid";
  return random.chance(0.1) ? "batch" : "single";
}

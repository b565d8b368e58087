import type { Random } from "../random.ts";
import { blackenDatabase, blackenReceiver } from "./black-hole.ts";
import { crashAtFailpoint } from "./crash-at-failpoint.ts";
import { cutPower, killPostgres, restartPostgres } from "./crash-postgres.ts";
import type { Fault } from "./fault.ts";
import { fillDisk } from "./fill-disk.ts";
import { freezeWorker, stallEventLoop } from "./freeze.ts";
import { killWeb, killWebs, killWorker, killWorkers } from "./kill-processes.ts";
import { receiverOutage } from "./receiver-outage.ts";
import { moreWorkers, rollingRestart } from "./restart-gracefully.ts";
import { shiftClock } from "./shift-clock.ts";
import { truncateQueue } from "./truncate-queue.ts";

/** Every kind of fault as often as it is drawn, the crashes several times over. */
const cards: Fault[] = [
  killWorker,
  killWorker,
  killWorkers,
  killWeb,
  killWeb,
  killWebs,
  crashAtFailpoint,
  crashAtFailpoint,
  crashAtFailpoint,
  crashAtFailpoint,
  killPostgres,
  restartPostgres,
  cutPower,
  freezeWorker,
  stallEventLoop,
  truncateQueue,
  blackenDatabase,
  blackenReceiver,
  shiftClock,
  moreWorkers,
  rollingRestart,
  fillDisk,
  receiverOutage,
];

/** Deals faults for ever: all cards once in an order of the seed's, then shuffled anew; a short run sees each kind at most twice. */
export function* dealFaults(random: Random): Generator<Fault, never> {
  for (;;) yield* random.shuffle(cards);
}

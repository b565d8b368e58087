import { noHerd } from "./herd.ts";
import { exactDeliveries } from "./i01-exact-deliveries.ts";
import { terminalState } from "./i02-terminal.ts";
import { deliveredMeansReceived } from "./i03-delivered.ts";
import { everyRequestRecorded } from "./i04-attempts.ts";
import { gaplessNumbers } from "./i05-numbers.ts";
import { constantSignedBytes } from "./i06-signed-bytes.ts";
import { fewDuplicates } from "./i07-duplicates.ts";
import { noOverlap } from "./i08-overlap.ts";
import { closedMeansClosed } from "./i09-closed.ts";
import { healthyLatency } from "./i10-latency.ts";
import { onceOrNever } from "./i11-once.ts";
import { smallQueue } from "./i12-queue.ts";
import type { Invariant } from "./invariant.ts";
import { quickRecovery } from "./recovery.ts";
import { nothingDroppedOpen } from "./retention.ts";
import { onlyUnavailable, survival } from "./survival.ts";

export const invariants: readonly Invariant[] = [
  exactDeliveries,
  terminalState,
  deliveredMeansReceived,
  everyRequestRecorded,
  gaplessNumbers,
  constantSignedBytes,
  fewDuplicates,
  noOverlap,
  closedMeansClosed,
  healthyLatency,
  onceOrNever,
  smallQueue,
  noHerd,
  quickRecovery,
  nothingDroppedOpen,
  survival,
  onlyUnavailable,
];

import type { Failpoint } from "#lib/failpoint.ts";
import { firstOrderVariable, type Order } from "./orders.ts";

// Preloaded into web and worker before anything else, so that failpoints and the clock are in its hands.
let armed: { failpoint: Failpoint; passesLeft: number } | undefined;
let shiftMs = 0;

Object.assign(globalThis, { posthornFailpoint: passFailpoint, Date: shiftedDate(Date) });
const firstOrder = process.env[firstOrderVariable];
if (firstOrder) obey(JSON.parse(firstOrder));
process.on("message", (message) => obey(message as Order));
process.channel?.unref();

function obey(given: Order): void {
  if (given.order === "crash-at") armed = { failpoint: given.failpoint, passesLeft: given.nth };
  if (given.order === "disarm") armed = undefined;
  if (given.order === "stall") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, given.forMs);
  if (given.order === "shift-clock") shiftMs = given.byMs;
}

function passFailpoint(name: Failpoint): void {
  if (armed?.failpoint !== name) return;
  armed.passesLeft -= 1;
  if (armed.passesLeft === 0) process.kill(process.pid, "SIGKILL");
}

/** The very Date with another idea of now; whoever copies or extends it finds everything in its place. */
function shiftedDate(TrueDate: DateConstructor): DateConstructor {
  const trueNow = TrueDate.now;
  TrueDate.now = () => trueNow() + shiftMs;
  return new Proxy(TrueDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [TrueDate.now()] : given, newTarget),
  });
}

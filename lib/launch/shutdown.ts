import { say } from "./say.ts";

type Step = { stop: () => Promise<void>; kill?: () => void };

export type Shutdown = { add: (step: Step) => void; run: () => Promise<void>; isRunning: () => boolean };

/** npm passes on a Ctrl-C that the terminal has already delivered; two this close together are one. */
const sameKeyPressMs = 500;

/**
 * On SIGINT, SIGTERM or SIGHUP undoes the steps added so far, last first, and exits 0. A second signal kills what is left and
 * exits 130.
 */
export function createShutdown(): Shutdown {
  const steps: Step[] = [];
  let running: Promise<void> | undefined;
  let askedAt = 0;

  const undo = async () => {
    for (const step of steps.toReversed()) await step.stop();
  };
  const run = () => {
    running ??= undo();
    return running;
  };
  const onSignal = () => {
    if (!running) {
      askedAt = performance.now();
      say("stopping; what is in flight may finish (once more to stop at once)");
      run().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    } else if (performance.now() - askedAt > sameKeyPressMs) {
      for (const step of steps) step.kill?.();
      process.exit(130);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return { add: (step) => steps.push(step), run, isRunning: () => running !== undefined };
}

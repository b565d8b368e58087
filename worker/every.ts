import { log } from "#lib/log.ts";
import { count } from "#lib/metrics.ts";

/**
 * Runs `work` again and again, `seconds` after its last end; an error is logged and does not end it. The answer stops it
 * and resolves when a run under way is over.
 */
export function every(seconds: number, name: string, work: () => Promise<unknown>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  function schedule(): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = run();
    }, seconds * 1_000);
  }
  async function run(): Promise<void> {
    try {
      await work();
    } catch (error) {
      count("posthorn_job_failures_total", { job: name });
      log().warn({ err: error, job: name }, "a scheduled job failed; it runs again");
    }
    schedule();
  }
  running = run();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

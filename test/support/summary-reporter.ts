import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line a person or a script can rely on: `N passed, N failed`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const failed = tests.filter((test) => test.result().state === "failed").length;
    // A file that does not load and an error outside every test fail the run too.
    const broken = modules.filter((module) => module.state() === "failed" && !hasFailedTest(module)).length;
    const known = failed + broken + unhandled.length;
    // Other reporters and the teardown still have things to say, or fail: this line is the last and agrees with the exit code.
    process.once("exit", (code) => {
      process.stdout.write(`${passed} passed, ${code === 0 ? known : Math.max(1, known)} failed\n`);
    });
  }
}

function hasFailedTest(module: TestModule): boolean {
  return [...module.children.allTests()].some((test) => test.result().state === "failed");
}

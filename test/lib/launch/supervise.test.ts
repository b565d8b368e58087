import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Program, supervise } from "#lib/launch/supervise.ts";
import { waitFor } from "#test/support/wait-for.ts";

const fixture = join(import.meta.dirname, "fixtures", "mayfly.ts");

async function mayfly(): Promise<{ program: Program; cure: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "posthorn-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const remedy = join(folder, "remedy");
  return {
    program: { name: "mayfly", args: [fixture, remedy], env: process.env },
    cure: () => writeFile(remedy, ""),
  };
}

test("a program that ends is started again, each time after twice the wait, and says so", async () => {
  const { program, cure } = await mayfly();
  const said: string[] = [];
  const running = supervise(program, { say: (message) => said.push(message), firstWaitMs: 10 });
  await waitFor("three restarts", () => said.length >= 3);
  await cure();
  expect(said.slice(0, 3)).toEqual([
    "mayfly ended (exit code 3); starting it again in 0.01 s",
    "mayfly ended (exit code 3); starting it again in 0.02 s",
    "mayfly ended (exit code 3); starting it again in 0.04 s",
  ]);
  await running.stop();
});

test("a stop reaches the program, waits for its end, and nothing starts again", async () => {
  const { program, cure } = await mayfly();
  await cure();
  const said: string[] = [];
  const running = supervise(program, { say: (message) => said.push(message) });
  const pid = running.pid() ?? 0;
  await running.stop();
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  expect(said).toEqual([]);
});

test("a stop during the wait for a restart ends the wait", async () => {
  const { program } = await mayfly();
  const said: string[] = [];
  const running = supervise(program, { say: (message) => said.push(message), firstWaitMs: 3_600_000 });
  await waitFor("the first end", () => said.length > 0);
  await running.stop();
  expect(said).toHaveLength(1);
});

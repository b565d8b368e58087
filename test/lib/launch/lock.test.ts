import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readInstance, writeInstance } from "#lib/launch/instance.ts";
import { acquireLock, isHeld } from "#lib/launch/lock.ts";

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "posthorn-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a data folder has one owner at a time", async () => {
  const folder = await temporaryFolder();
  const lock = await acquireLock(folder);
  expect(await isHeld(folder)).toBe(true);
  expect(await acquireLock(folder)).toBeUndefined();
  await lock?.release();
  expect(await isHeld(folder)).toBe(false);
  const next = await acquireLock(folder);
  expect(next).toBeDefined();
  await next?.release();
});

test("what a killed instance left behind is not taken for a running one", async () => {
  const folder = await temporaryFolder();
  const instance = { databaseUrl: "postgres://left/behind", url: "http://localhost:3000", pids: {} };
  await writeInstance(folder, instance);
  expect(await readInstance(folder)).toBeUndefined();
  const lock = await acquireLock(folder);
  expect(await readInstance(folder)).toEqual(instance);
  await lock?.release();
});

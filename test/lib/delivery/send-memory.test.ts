import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { malformed } from "#test/worker/malice/malformed.ts";
import { stalling } from "#test/worker/malice/stalling.ts";
import { answerWith, okHead } from "./bad-manners.ts";
import { type RawReceiver, type RawReceiverOptions, startRawReceiver } from "./raw-receiver.ts";

const run = promisify(execFile);
const requests = 300;
const mebibyte = 1_048_576;

/** What a process of its own took in memory to send so many requests to these receivers, in turn. */
async function memoryOf(receivers: readonly RawReceiverOptions[]): Promise<{ kept: number; peak: number }> {
  const started = await Promise.all(receivers.map(startRawReceiver));
  const urls = started.map(({ url }) => url);
  const argv = ["--expose-gc", "test/lib/delivery/send-many.ts", String(requests), ...urls];
  try {
    return JSON.parse((await run(process.execPath, argv)).stdout);
  } finally {
    await Promise.all(started.map((receiver: RawReceiver) => receiver[Symbol.asyncDispose]()));
  }
}

test("bad answers take no more memory than as many good ones", async () => {
  const full = `${okHead}Content-Length: 16384\r\n\r\n${"x".repeat(16_384)}`;
  const endless = stalling.filter(({ hangs }) => !hangs);
  const good = await memoryOf([{ answer: answerWith(full) }]);
  const bad = await memoryOf([...endless, ...malformed].map(({ options }) => options));
  expect(bad.kept).toBeLessThan(good.kept + 2 * mebibyte);
  // How far the garbage of an endless answer may pile up before it is collected is the engine's to say; the gigabytes
  // that these receivers would send are far beyond.
  expect(bad.peak).toBeLessThan(good.peak * 3);
}, 60_000);

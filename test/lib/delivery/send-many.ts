import { setTimeout as pause } from "node:timers/promises";
import { createSender } from "#lib/delivery/send.ts";

// Sends `count` requests to the given URLs in turn and prints what memory that took, in bytes. Run with --expose-gc.
const [count = "0", ...urls] = process.argv.slice(2);
const sender = createSender({
  policy: { allowHttp: true, allowCidrs: ["127.0.0.1/32"] },
  maxResponseBytes: 16_384,
  idleMs: 100,
});
const body = Buffer.from("{}");
const atOnce = 20;

await sendAll(atOnce * 2);
const before = await settled();
await sendAll(Number(count));
const after = await settled();
console.log(JSON.stringify({ kept: after - before, peak: process.resourceUsage().maxRSS * 1024 }));

async function sendAll(requests: number): Promise<void> {
  let next = 0;
  const sendInTurn = async () => {
    while (next < requests) {
      const nth = next;
      next += 1;
      const url = urls[nth % urls.length] ?? "";
      await sender.send({ lane: `ep_${nth}`, url, headers: {}, body, timeoutMs: 2_000 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendInTurn));
}

/** Bytes in use once all connections are closed and the garbage is gone. */
async function settled(): Promise<number> {
  for (let round = 0; round < 5; round += 1) {
    await pause(60);
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

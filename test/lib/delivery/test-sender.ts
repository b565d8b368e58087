import type { SendRequest } from "#lib/delivery/attempt.ts";
import type { EgressProxy } from "#lib/delivery/egress-proxy.ts";
import type { Lookup } from "#lib/delivery/lookup.ts";
import { createSender, type Sender } from "#lib/delivery/send.ts";
import type { SendResult } from "#lib/delivery/send-result.ts";

export type TestSender = Sender & AsyncDisposable & { post(request: PostRequest): Promise<SendResult> };
type Settings = { lookup?: Lookup; proxy?: EgressProxy | undefined; idleMs?: number };
type PostRequest = Partial<SendRequest> & { url: string };

export const maxResponseBytes = 16_384;

/** A sender that may reach 127.0.0.1 alone, as on a developer's machine. */
export function testSender({ lookup, proxy, idleMs = 4000 }: Settings = {}): TestSender {
  const policy = { allowHttp: true, allowCidrs: ["127.0.0.1/32"] };
  const sender = createSender({ policy, proxy, maxResponseBytes, idleMs, ...(lookup ? { lookup } : {}) });
  return {
    ...sender,
    post: (request) =>
      sender.send({
        lane: "ep_1",
        headers: { "x-a": "1" },
        body: Buffer.from("{}"),
        timeoutMs: 4000,
        ...request,
      }),
    [Symbol.asyncDispose]: () => sender.close(),
  };
}

/** Resolves once `isReached` holds; the test's own time limit bounds it. */
export async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
}

import { type AttemptSettings, performAttempt, type SendRequest } from "./attempt.ts";
import { requireCidr } from "./cidr.ts";
import type { EgressProxy } from "./egress-proxy.ts";
import type { EgressPolicy } from "./guard.ts";
import { Lanes } from "./lanes.ts";
import { type Lookup, resolveName } from "./lookup.ts";
import { ProxyGate } from "./proxy-gate.ts";
import type { SendResult } from "./send-result.ts";

export type SenderSettings = {
  policy: EgressPolicy;
  /** The operator's forward proxy; HTTP_PROXY and its like are not read. */
  proxy?: EgressProxy | undefined;
  /** How much of an answer's body is read. */
  maxResponseBytes: number;
  /** How long an unused connection stays open; 4000 is shorter than what common servers allow. */
  idleMs: number;
  lookup?: Lookup;
  /** The port on 127.0.0.1 where this process receives for test inboxes; without it they are blocked. */
  inboxPort?: number | undefined;
};

export type Sender = {
  /** Sends one POST and reports what came of it; nothing the receiver or the network does makes it reject. */
  send(request: SendRequest): Promise<SendResult>;
  /** How many of `free` slots are worth filling now: all of them, but for an egress proxy that is down. */
  room(free: number): number;
  /** Stops reusing the connections of a lane. */
  forget(lane: string): void;
  /** Closes idle connections and resolves once the requests under way are over; no more can be sent. */
  close(): Promise<void>;
};

/** Makes the one thing that talks to receivers; throws when a block of the policy is malformed. */
export function createSender({ lookup = resolveName, proxy, inboxPort, ...rest }: SenderSettings): Sender {
  rest.policy.allowCidrs.forEach(requireCidr);
  const route = proxy && { proxy, gate: new ProxyGate() };
  const settings: AttemptSettings = { ...rest, lookup, inboxPort, route, lanes: new Lanes() };
  const underWay = new Set<Promise<SendResult>>();
  let isClosed = false;
  return {
    async send(request) {
      if (isClosed) throw new Error("the sender is closed");
      const attempt = performAttempt(request, settings);
      underWay.add(attempt);
      return attempt.finally(() => underWay.delete(attempt));
    },
    room: (free) => route?.gate.room(free, underWay.size) ?? free,
    forget: (lane) => settings.lanes.forget(lane),
    async close() {
      isClosed = true;
      settings.lanes.forgetAll();
      await Promise.allSettled(underWay);
    },
  };
}

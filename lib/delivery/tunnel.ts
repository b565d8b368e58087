import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import type { EgressProxy } from "./egress-proxy.ts";
import { type ProxyAnswer, proxyFailure, refusalFailure } from "./proxy-failure.ts";
import type { ProxyRoute } from "./proxy-gate.ts";
import { secure } from "./secure.ts";
import type { SendError } from "./send-result.ts";
import { connectFailure } from "./transport-failure.ts";

export type Tunnel = { kind: "open"; socket: Socket } | { kind: "failed"; error: SendError };
type ConnectEvent = [IncomingMessage, Socket, Buffer];
type Asked = { kind: "answered"; answer: ProxyAnswer } | { kind: "unanswered"; error: unknown };
type Ask = { socket: Socket; target: string; signal: AbortSignal };

/**
 * Opens a way through the operator's proxy to `target`, a vetted address and port (HTTP CONNECT, RFC 9110 section 9.3.6).
 * What the proxy does wrong is a failure of kind `proxy`; what it says of the target, or leaves unanswered while it
 * serves others, is the target's.
 */
export async function openTunnel(
  { proxy, gate }: ProxyRoute,
  target: string,
  signal: AbortSignal,
): Promise<Tunnel> {
  const startedAtMs = gate.now();
  const isHasty = () => signal.aborted && gate.now() - startedAtMs < fairMs;
  const reached = await reach(proxy, signal);
  if (reached.kind === "failed") {
    if (isHasty()) return failed(connectFailure(signal.reason, target));
    gate.noteDown(startedAtMs);
    return reached;
  }
  const { socket } = reached;
  const asked = await ask(proxy, { socket, target, signal });
  if (asked.kind === "unanswered") {
    socket.destroy();
    const isTargets = isHasty() || (signal.aborted && gate.hasServedSince(startedAtMs));
    return failed(isTargets ? connectFailure(asked.error, target) : proxyFailure(asked.error));
  }
  if (asked.answer.status === 407) gate.noteDown(startedAtMs);
  else gate.noteAnswer();
  const refusal = refusalFailure(asked.answer, target);
  if (refusal) {
    socket.destroy();
    return failed(refusal);
  }
  gate.noteService();
  return reached;
}

/** A proxy that was given less time than this before the attempt's deadline is not to blame for it. */
const fairMs = 500;

async function reach({ hostname, port, isSecure }: EgressProxy, signal: AbortSignal): Promise<Tunnel> {
  const socket = connect({ host: hostname, port, noDelay: true });
  socket.on("error", ignore);
  try {
    await once(socket, "connect", { signal });
  } catch (error) {
    socket.destroy();
    return failed(proxyFailure(error));
  }
  if (!isSecure) return { kind: "open", socket };
  const secured = await secure(socket, hostname, signal);
  if (secured.kind === "secured") return { kind: "open", socket: secured.socket };
  return failed(proxyFailure(new Error(secured.error.message)));
}

async function ask({ authorization }: EgressProxy, { socket, target, signal }: Ask): Promise<Asked> {
  const asking = request({
    createConnection: () => socket,
    method: "CONNECT",
    path: target,
    headers: { host: target, ...(authorization ? { "proxy-authorization": authorization } : {}) },
  });
  asking.on("error", ignore);
  asking.end();
  try {
    const [response, , early] = (await once(asking, "connect", { signal })) as ConnectEvent;
    if (early.length > 0) socket.unshift(early);
    return { kind: "answered", answer: { status: response.statusCode ?? 0, headers: response.headers } };
  } catch (error) {
    return { kind: "unanswered", error };
  }
}

function failed(error: SendError): Tunnel {
  return { kind: "failed", error };
}

// Whoever awaits the socket sees it closed; its error must not be thrown into the process as well.
function ignore(): void {}
